package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;
import java.util.Random;
import java.util.function.IntBinaryOperator;

/** Small images to measure. */
final class PatchImages {
  private PatchImages() {}

  /** Samples with no obvious pattern: sample i is (89 i + 7 i i) mod 256. */
  static RgbImage scrambled(int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 89 + i * i * 7);
    }
    return new RgbImage(width, height, samples);
  }

  /** Random samples, all of them in a range. */
  static RgbImage random(long seed, int width, int height, int from, int to) {
    Random random = new Random(seed);
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) random.nextInt(from, to);
    }
    return new RgbImage(width, height, samples);
  }

  /** Grey pixels, each given by its x and y. */
  static RgbImage grey(int width, int height, IntBinaryOperator grey) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / RgbImage.CHANNELS;
      samples[i] = (byte) grey.applyAsInt(pixel % width, pixel / width);
    }
    return new RgbImage(width, height, samples);
  }

  /** A rectangle cut out of an image. */
  static RgbImage cut(RgbImage image, int x, int y, int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    int length = width * RgbImage.CHANNELS;
    for (int row = 0; row < height; row++) {
      int from = ((y + row) * image.width() + x) * RgbImage.CHANNELS;
      System.arraycopy(image.samples(), from, samples, row * length, length);
    }
    return new RgbImage(width, height, samples);
  }
}
