package io.github.styletransfer.image;

/**
 * The weights of one axis when an image is resized: every new sample is a weighted sum of a run of
 * old ones around its centre. Weights are fixed-point numbers with Pillow's precision, so that sums
 * round as Pillow's do.
 */
final class ResamplingFilter {
  private static final int PRECISION_BITS = 22;

  /** One half in fixed point: where a sum starts, so that {@link #sample} rounds it. */
  static final int HALF = 1 << (PRECISION_BITS - 1);

  private final int[] firsts;
  private final int[][] weights;

  private ResamplingFilter(int[] firsts, int[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  static ResamplingFilter of(int oldLength, int newLength, Resampling resampling) {
    double scale = (double) oldLength / newLength;
    double stretch = Math.max(scale, 1);
    double support = resampling.reach() * stretch;
    int[] firsts = new int[newLength];
    int[][] weights = new int[newLength][];
    for (int i = 0; i < newLength; i++) {
      double centre = (i + 0.5) * scale;
      int first = (int) Math.max(0, centre - support + 0.5);
      int end = (int) Math.min(oldLength, centre + support + 0.5);
      firsts[i] = first;
      weights[i] = weights(first, end - first, centre, stretch, resampling);
    }
    return new ResamplingFilter(firsts, weights);
  }

  private static int[] weights(
      int first, int count, double centre, double stretch, Resampling resampling) {
    double[] heights = new double[count];
    double total = 0;
    for (int i = 0; i < count; i++) {
      double distance = Math.abs((first + i - centre + 0.5) * (1 / stretch));
      heights[i] = resampling.weight(distance);
      total += heights[i];
    }
    int[] weights = new int[count];
    for (int i = 0; i < count; i++) {
      double weight = heights[i] / total * (1 << PRECISION_BITS);
      weights[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
    }
    return weights;
  }

  /** The first old sample that a new one is made of. */
  int first(int index) {
    return firsts[index];
  }

  /** Weights of that sample and the following ones; they are not to be changed. */
  int[] weights(int index) {
    return weights[index];
  }

  /** The sample of a weighted sum that began with {@link #HALF}. */
  static byte sample(int sum) {
    return (byte) Math.max(0, Math.min(sum >> PRECISION_BITS, 255));
  }
}
