package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.SplittableRandom;

/** Random projections of square patches. */
public final class FilterBank {
  /** The side of a patch, in pixels. */
  public static final int SIDE = 7;

  /** Pixels that a mean is taken over. */
  private static final float NEIGHBOURS = 9;

  /** Numbers of a filter. */
  static final int WEIGHTS = FloatImage.CHANNELS * SIDE * SIDE;

  private final float[][] filters;

  /**
   * Takes values without copying them.
   *
   * @param filters each of length 1: channel by channel, row by row, [3][SIDE][SIDE]
   */
  public FilterBank(float[][] filters) {
    this.filters = filters;
  }

  /** Each of length 1: channel by channel, row by row, [3][SIDE][SIDE]. */
  public float[][] filters() {
    return filters;
  }

  /** Directions of even distribution on the sphere. */
  public static FilterBank random(int count, SplittableRandom random) {
    float[][] filters = new float[count][WEIGHTS];
    for (float[] filter : filters) {
      double[] direction = new double[WEIGHTS];
      double sum = 0;
      for (int i = 0; i < WEIGHTS; i++) {
        direction[i] = Randomness.gaussian(random);
        sum += direction[i] * direction[i];
      }
      for (int i = 0; i < WEIGHTS; i++) {
        filter[i] = (float) (direction[i] / Math.sqrt(sum));
      }
    }
    return new FilterBank(filters);
  }

  /**
   * The same filters with less of what is smooth in them: each minus its mean over 3 x 3 pixels.
   * They see more of fine texture, of which most directions have little.
   */
  public FilterBank sharpened() {
    float[][] sharper = new float[filters.length][WEIGHTS];
    for (int i = 0; i < filters.length; i++) {
      double sum = 0;
      for (int j = 0; j < WEIGHTS; j++) {
        sharper[i][j] = filters[i][j] - mean(filters[i], j);
        sum += sharper[i][j] * sharper[i][j];
      }
      for (int j = 0; j < WEIGHTS; j++) {
        sharper[i][j] /= (float) Math.sqrt(sum);
      }
    }
    return new FilterBank(sharper);
  }

  private static float mean(float[] filter, int at) {
    int plane = at / (SIDE * SIDE) * SIDE * SIDE;
    int y = (at - plane) / SIDE;
    int x = (at - plane) % SIDE;
    float sum = 0;
    for (int r = Math.max(0, y - 1); r <= Math.min(SIDE - 1, y + 1); r++) {
      for (int c = Math.max(0, x - 1); c <= Math.min(SIDE - 1, x + 1); c++) {
        sum += filter[plane + r * SIDE + c];
      }
    }
    return sum / NEIGHBOURS;
  }

  /** Different ones of them, in random order. */
  public int[] draw(int count, SplittableRandom random) {
    int[] all = new int[filters.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(all.length - i);
      drawn[i] = all[j];
      all[j] = all[i];
    }
    return drawn;
  }
}
