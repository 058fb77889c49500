package io.github.styletransfer;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.region.MaskException;
import io.github.styletransfer.region.RegionMap;
import io.github.styletransfer.region.RegionPyramid;
import io.github.styletransfer.region.RegionWeights;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Masks for tests. */
public final class Masks {
  /** Colours that tests name regions by. */
  public static final int RED = 0xff0000;

  public static final int GREEN = 0x00ff00;
  public static final int BLUE = 0x0000ff;
  private static final int SIDE = 48;

  private Masks() {}

  /**
   * An image of colours.
   *
   * @param rgb gives a pixel's, from its column and row
   */
  public static RgbImage image(int width, int height, IntBinaryOperator rgb) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int color = rgb.applyAsInt(x, y);
        int at = (y * width + x) * RgbImage.CHANNELS;
        samples[at] = (byte) (color >> 16);
        samples[at + 1] = (byte) (color >> 8);
        samples[at + 2] = (byte) color;
      }
    }
    return new RgbImage(width, height, samples);
  }

  /** A mask's regions. */
  public static RegionMap map(RgbImage mask) {
    try {
      return RegionMap.of(mask);
    } catch (MaskException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Three regions of an image, with soft edges if its sides aren't 48: the left part of the upper
   * half, its right part, the lower half. One of them isn't looked at on all layers.
   */
  public static StyleRegions styleRegions(int height, int width) {
    RegionMap map =
        map(image(SIDE, SIDE, (x, y) -> y > SIDE / 2 ? BLUE : x < SIDE / 3 ? RED : GREEN));
    RegionPyramid pyramid = new RegionPyramid(RegionWeights.of(map, width, height));
    return new StyleRegions(pyramid, List.of(Integer.MAX_VALUE, 2, Integer.MAX_VALUE));
  }
}
