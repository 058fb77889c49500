package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many numbers, or what part of all, are below each of some evenly spaced limits. */
final class Distribution {
  static final int BINS = 2048;

  /** Numbers that tell the distribution well enough. */
  private static final int ENOUGH = 1 << 14;

  private final float least;
  private final float most;
  private final double[] below = new double[BINS + 1];

  private Distribution(float least, float most) {
    this.least = least;
    this.most = most;
  }

  /**
   * That of the numbers in some rows and columns; of very many, some that are evenly spread.
   *
   * @param firstRow the first row
   * @param endRow the row after the last
   * @param first the first column
   * @param end the column after the last
   */
  static Distribution of(float[][] rows, int firstRow, int endRow, int first, int end) {
    int step = step(endRow - firstRow, end - first);
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int y = firstRow; y < endRow; y += step) {
      for (int x = first; x < end; x += step) {
        least = Math.min(least, rows[y][x]);
        most = Math.max(most, rows[y][x]);
      }
    }
    Distribution distribution = new Distribution(least, most);
    float binsPerUnit = distribution.binsPerUnit();
    for (int y = firstRow; y < endRow; y += step) {
      for (int x = first; x < end; x += step) {
        distribution.below[bin((rows[y][x] - least) * binsPerUnit) + 1]++;
      }
    }
    for (int i = 0; i < BINS; i++) {
      distribution.below[i + 1] += distribution.below[i];
    }
    return distribution;
  }

  /**
   * That of the numbers of several together.
   *
   * @param shares what part of the whole each is, in total 1
   */
  static Distribution mixed(List<Distribution> parts, double... shares) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (Distribution part : parts) {
      least = Math.min(least, part.least);
      most = Math.max(most, part.most);
    }
    Distribution mixture = new Distribution(least, most);
    for (int i = 0; i < shares.length; i++) {
      for (int bin = 0; bin <= BINS; bin++) {
        mixture.below[bin] += shares[i] * parts.get(i).rank(mixture.limit(bin));
      }
    }
    return mixture;
  }

  /** What part of all numbers is below one; those between two limits are taken to be even. */
  private double rank(double number) {
    if (number >= most) {
      return 1;
    }
    double position = Math.max(0, (number - least) * binsPerUnit());
    int bin = bin((float) position);
    double within = Math.min(1, position - bin);
    return (below[bin] + within * (below[bin + 1] - below[bin])) / below[BINS];
  }

  /**
   * That of the numbers of an image's pixels that serve a region; of very many, some that are
   * evenly spread.
   *
   * @param border rows and columns around the image
   * @return empty if there are no such pixels
   */
  static Optional<Distribution> of(float[][] rows, int border, Labels labels, int region) {
    int count = labels.count(region);
    if (count == 0) {
      return Optional.empty();
    }
    float[] numbers = new float[Math.min(count, ENOUGH)];
    int taken = 0;
    int seen = 0;
    for (int y = 0; y < labels.height(); y++) {
      for (int x = 0; x < labels.width(); x++) {
        if (labels.serves(x, y, region)) {
          if ((long) seen * numbers.length >= (long) taken * count) {
            numbers[taken++] = rows[border + y][border + x];
          }
          seen++;
        }
      }
    }
    return Optional.of(of(new float[][] {numbers}, 0, 1, 0, taken));
  }

  /** Both ways, so that about {@link #ENOUGH} numbers are left. */
  private static int step(int height, int width) {
    int step = (int) Math.sqrt((double) height * width / ENOUGH);
    return Math.max(1, Math.min(step, Math.min(height, width)));
  }

  /** The part that a position is in, counted in parts. */
  static int bin(float position) {
    return Math.max(0, Math.min(BINS - 1, (int) position));
  }

  float least() {
    return least;
  }

  float binsPerUnit() {
    return most > least ? BINS / (most - least) : 0;
  }

  private float limit(double bin) {
    return (float) (least + (most - least) * bin / BINS);
  }

  private double mean() {
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += (double) limit(i + 0.5) * (below[i + 1] - below[i]);
    }
    return sum / below[BINS];
  }

  /**
   * How far each limit is from the one of the same rank in another distribution: what is to be
   * added to the numbers so that they are distributed as the others are. If all numbers are equal,
   * all go to the others' mean.
   */
  float[] displacementsTo(Distribution other) {
    float[] moves = new float[BINS + 1];
    if (most <= least) {
      Arrays.fill(moves, (float) (other.mean() - least));
      return moves;
    }
    int bin = 0;
    double total = below[BINS];
    double otherTotal = other.below[BINS];
    for (int i = 0; i <= BINS; i++) {
      double wanted = below[i] / total * otherTotal;
      while (bin < BINS - 1 && other.below[bin + 1] < wanted) {
        bin++;
      }
      double inBin = other.below[bin + 1] - other.below[bin];
      double within = inBin == 0 ? 0 : (wanted - other.below[bin]) / inBin;
      moves[i] = other.limit(bin + Math.max(0, Math.min(1, within))) - limit(i);
    }
    return moves;
  }
}
