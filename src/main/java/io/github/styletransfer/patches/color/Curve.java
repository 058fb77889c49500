package io.github.styletransfer.patches.color;

/** A rising function of one number: straight lines between evenly spaced points. */
final class Curve {
  private static final int POINTS = 1025;

  private final float first;
  private final float perPoint;
  private final float[] values;

  private Curve(float first, float last, float[] values) {
    this.first = first;
    this.perPoint = last > first ? (values.length - 1) / (last - first) : 0;
    this.values = values;
  }

  /**
   * What takes each of some numbers to the one of the same rank among others; both are sorted. The
   * rank of equal numbers is the middle of theirs, at least at the ends, where a photo often has
   * many.
   */
  static Curve between(float[] given, float[] wanted) {
    float first = given[0];
    float last = given[given.length - 1];
    float[] values = new float[POINTS];
    int rank = 0;
    int lowest = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = i == POINTS - 1 ? last : first + ((double) last - first) * i / (POINTS - 1);
      while (rank < given.length - 1 && given[rank + 1] <= x) {
        rank++;
        lowest = given[rank] > given[lowest] ? rank : lowest;
      }
      double beyond = rank;
      if (given[rank] == x) {
        beyond = (lowest + rank) / 2.0;
      } else if (rank < given.length - 1) {
        beyond += (x - given[rank]) / ((double) given[rank + 1] - given[rank]);
      }
      values[i] = at(wanted, (beyond + 0.5) / given.length);
    }
    if (last <= first) {
      java.util.Arrays.fill(values, at(wanted, 0.5));
    }
    return new Curve(first, last, values);
  }

  private static float at(float[] sorted, double share) {
    double position = Math.max(0, Math.min(sorted.length - 1, share * sorted.length - 0.5));
    int index = (int) Math.min(sorted.length - 1, position);
    int next = Math.min(sorted.length - 1, index + 1);
    return (float) (sorted[index] + (position - index) * (sorted[next] - sorted[index]));
  }

  float at(float x) {
    float position = Math.max(0, Math.min(values.length - 1, (x - first) * perPoint));
    int index = Math.min((int) position, values.length - 2);
    return values[index] + (position - index) * (values[index + 1] - values[index]);
  }
}
