package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;

/** All square patches of an image, numbered row by row by their top left corners. */
final class Patches {
  /** Pixels of a side. */
  static final int SIDE = 9;

  private static final int BLOCK_SIDE = 3;

  /** Numbers in a patch: three for each pixel. */
  static final int SAMPLES = SIDE * SIDE * RgbImage.CHANNELS;

  /** Samples of one channel in a block. */
  static final int BLOCK = BLOCK_SIDE * BLOCK_SIDE;

  /** Numbers in {@link #blockSums}. */
  static final int BLOCK_SUMS = SAMPLES / BLOCK;

  private static final int ROW = SIDE * RgbImage.CHANNELS;

  private final byte[] samples;
  private final int width;
  private final int columns;
  private final int count;

  /**
   * The patches of an image.
   *
   * @throws IllegalArgumentException when the image is smaller than one patch
   */
  Patches(RgbImage image) {
    if (image.width() < SIDE || image.height() < SIDE) {
      throw new IllegalArgumentException(
          "An image of %d x %d pixels has no patch".formatted(image.width(), image.height()));
    }
    samples = image.samples();
    width = image.width();
    columns = image.width() - SIDE + 1;
    count = columns * (image.height() - SIDE + 1);
  }

  int count() {
    return count;
  }

  /** The sums of a patch's samples in each square of 3 x 3 pixels and each channel. */
  short[] blockSums(int patch) {
    short[] sums = new short[BLOCK_SUMS];
    for (int y = 0; y < SIDE; y++) {
      int row = row(patch, y);
      int blocks = y / BLOCK_SIDE * ROW / BLOCK_SIDE;
      for (int i = 0; i < ROW; i++) {
        int block = i / (BLOCK_SIDE * RgbImage.CHANNELS);
        sums[blocks + block * RgbImage.CHANNELS + i % RgbImage.CHANNELS] +=
            (short) (samples[row + i] & 0xff);
      }
    }
    return sums;
  }

  /** The sum of the squared differences of a patch's samples from the patch's mean colour. */
  double squaredDeviation(int patch) {
    double deviation = 0;
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      long sum = 0;
      long squares = 0;
      for (int y = 0; y < SIDE; y++) {
        int row = row(patch, y);
        for (int i = channel; i < ROW; i += RgbImage.CHANNELS) {
          int sample = samples[row + i] & 0xff;
          sum += sample;
          squares += (long) sample * sample;
        }
      }
      deviation += squares - (double) (sum * sum) / (SIDE * SIDE);
    }
    return deviation;
  }

  /**
   * The sum of the squared differences of a patch's samples from those of another image's patch. It
   * is given up once it is no smaller than a limit: what has been summed up so far is returned.
   */
  int squaredDistance(int patch, Patches others, int other, int limit) {
    int distance = 0;
    for (int y = 0; y < SIDE && distance < limit; y++) {
      int row = row(patch, y);
      int otherRow = others.row(other, y);
      for (int i = 0; i < ROW; i++) {
        int difference = (samples[row + i] & 0xff) - (others.samples[otherRow + i] & 0xff);
        distance += difference * difference;
      }
    }
    return distance;
  }

  private int row(int patch, int y) {
    return ((patch / columns + y) * width + patch % columns) * RgbImage.CHANNELS;
  }
}
