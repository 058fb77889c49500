package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;

/** An image's channels, each by itself, with a reflected border of half a patch. */
final class Planes {
  static final int BORDER = FilterBank.SIDE / 2;

  private final int width;
  private final int height;
  private final float[][][] channels;

  /**
   * Takes values without copying them.
   *
   * @param width of the image, in pixels
   * @param height of the image, in pixels
   * @param channels each [height + SIDE - 1][width + SIDE - 1]
   */
  Planes(int width, int height, float[][][] channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /** The width in pixels. */
  int width() {
    return width;
  }

  /** The height in pixels. */
  int height() {
    return height;
  }

  /** Each [height + SIDE - 1][width + SIDE - 1]. */
  float[][][] channels() {
    return channels;
  }

  /** To be written to. */
  static Planes forSize(int width, int height) {
    return new Planes(
        width, height, new float[FloatImage.CHANNELS][height + 2 * BORDER][width + 2 * BORDER]);
  }

  /** Takes an image of this size. */
  Planes set(FloatImage image, Bands bands) {
    bands.rows(
        height + 2 * BORDER,
        (first, end) -> {
          for (int y = first; y < end; y++) {
            setRow(image, y);
          }
        });
    return this;
  }

  private void setRow(FloatImage image, int y) {
    int from = reflected(y - BORDER, height) * width;
    for (int c = 0; c < FloatImage.CHANNELS; c++) {
      float[] row = channels[c][y];
      for (int x = 0; x < width; x++) {
        row[BORDER + x] = image.values()[(from + x) * FloatImage.CHANNELS + c];
      }
      for (int x = 0; x < BORDER; x++) {
        row[x] = row[BORDER + reflected(x - BORDER, width)];
        row[BORDER + width + x] = row[BORDER + reflected(width + x, width)];
      }
    }
  }

  /** The index inside that one beyond a border stands for. */
  static int reflected(int index, int size) {
    if (size == 1) {
      return 0;
    }
    int period = 2 * (size - 1);
    int inPeriod = Math.floorMod(index, period);
    return inPeriod < size ? inPeriod : period - inPeriod;
  }
}
