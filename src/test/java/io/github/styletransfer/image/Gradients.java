package io.github.styletransfer.image;

/** Images of any size. */
public final class Gradients {
  private Gradients() {}

  public static RgbImage of(int width, int height) {
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int index = RgbImage.CHANNELS * (y * width + x);
        samples[index] = (byte) (255 * x / width);
        samples[index + 1] = (byte) (255 * y / height);
        samples[index + 2] = (byte) 128;
      }
    }
    return new RgbImage(width, height, samples);
  }
}
