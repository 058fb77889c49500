package io.github.styletransfer.image.palette;

import io.github.styletransfer.image.RgbImage;
import java.util.Arrays;

/** Shows with a palette what lies between its colours: Floyd and Steinberg's error diffusion. */
public final class Dithering {
  private static final int PARTS = 16;
  private static final int RIGHT = 7;
  private static final int BELOW_LEFT = 3;
  private static final int BELOW = 5;
  private static final int BELOW_RIGHT = 1;

  private Dithering() {}

  /**
   * The palette's index of each pixel, row by row.
   *
   * @return width x height unsigned bytes
   */
  public static byte[] indices(RgbImage image, Palette palette) {
    int width = image.width();
    byte[] samples = image.samples();
    byte[] indices = new byte[width * image.height()];
    // Errors of a row have a place more at each end.
    int[] row = new int[(width + 2) * RgbImage.CHANNELS];
    int[] next = new int[row.length];
    int[] wanted = new int[RgbImage.CHANNELS];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < width; x++) {
        int pixel = y * width + x;
        int at = (x + 1) * RgbImage.CHANNELS;
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
          int value = (samples[pixel * RgbImage.CHANNELS + c] & 0xff) + row[at + c] / PARTS;
          wanted[c] = Math.max(0, Math.min(255, value));
        }
        int index = palette.nearest(wanted[0], wanted[1], wanted[2]);
        indices[pixel] = (byte) index;
        int color = palette.color(index);
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
          int error = wanted[c] - (color >> (Byte.SIZE * (2 - c)) & 0xff);
          row[at + RgbImage.CHANNELS + c] += RIGHT * error;
          next[at - RgbImage.CHANNELS + c] += BELOW_LEFT * error;
          next[at + c] += BELOW * error;
          next[at + RgbImage.CHANNELS + c] += BELOW_RIGHT * error;
        }
      }
      int[] done = row;
      row = next;
      next = done;
      Arrays.fill(next, 0);
    }
    return indices;
  }
}
