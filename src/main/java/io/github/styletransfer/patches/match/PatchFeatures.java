package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;

/**
 * The mean colour of each patch of an image, and how far its pixels are from it. They tell of most
 * patches at once that they can't be a better match: the mean squared distance of two patches is at
 * least that of their mean colours, and that of their deviations.
 */
final class PatchFeatures {
  /** Numbers of a patch: red, green, blue, deviation. */
  static final int COUNT = 4;

  /** What 1 is in these numbers: small enough that squared differences add up to an int. */
  static final float ONE = 8192;

  private static final int CHANNELS = FloatImage.CHANNELS;

  private final int side;
  private final int width;
  private final int height;
  private final short[] values;

  /**
   * To be computed.
   *
   * @param image of the size of those that will be looked at
   * @param side of a patch, in pixels
   */
  PatchFeatures(FloatImage image, int side) {
    this.side = side;
    this.width = image.width() - side + 1;
    this.height = image.height() - side + 1;
    this.values = new short[Math.multiplyExact(Math.multiplyExact(width, height), COUNT)];
  }

  /** Whether an image has the size that these are for. */
  boolean fits(FloatImage image) {
    return image.width() - side + 1 == width && image.height() - side + 1 == height;
  }

  /** Those of each patch, row by row; overwritten by the next call. */
  short[] of(FloatImage image, Bands bands) {
    bands.rows(
        height,
        (first, end) -> {
          float[] columns = new float[image.width() * COUNT];
          for (int y = first; y < first + side - 1; y++) {
            addRow(image, y, columns, 1);
          }
          for (int y = first; y < end; y++) {
            addRow(image, y + side - 1, columns, 1);
            setRow(y, columns);
            addRow(image, y, columns, -1);
          }
        });
    return values;
  }

  private static void addRow(FloatImage image, int y, float[] columns, int sign) {
    int at = y * image.width() * CHANNELS;
    for (int to = 0; to < columns.length; to += COUNT) {
      float red = image.values()[at++];
      float green = image.values()[at++];
      float blue = image.values()[at++];
      columns[to] += sign * red;
      columns[to + 1] += sign * green;
      columns[to + 2] += sign * blue;
      columns[to + 3] += sign * (red * red + green * green + blue * blue);
    }
  }

  private void setRow(int y, float[] columns) {
    float[] sums = new float[COUNT];
    for (int i = 0; i < (side - 1) * COUNT; i++) {
      sums[i % COUNT] += columns[i];
    }
    float share = 1f / (side * side);
    int to = y * width * COUNT;
    for (int x = 0; x < width; x++) {
      int last = (x + side - 1) * COUNT;
      float deviation = 0;
      for (int i = COUNT - 1; i >= 0; i--) {
        sums[i] += columns[last + i];
      }
      for (int c = 0; c < CHANNELS; c++) {
        float mean = sums[c] * share;
        deviation -= mean * mean;
        values[to++] = (short) (mean * ONE);
      }
      deviation += sums[CHANNELS] * share;
      values[to++] = (short) ((float) Math.sqrt(Math.max(0, deviation)) * ONE);
      for (int i = 0; i < COUNT; i++) {
        sums[i] -= columns[x * COUNT + i];
      }
    }
  }
}
