package io.github.styletransfer.network;

import java.util.ArrayList;
import java.util.List;

/** Cuts an image into strips, so that sums over its pixels can be taken in little memory. */
public final class Strips {
  private Strips() {}

  /**
   * One strip for an image that isn't too large, else strips of about the same height that aren't
   * either, unless their margins alone are. Each begins where a row of the coarsest feature map
   * does.
   *
   * @param width of the image
   * @param height of the image
   * @param pixels that a strip may have, its margins included
   */
  public static List<Strip> of(int width, int height, Reach reach, long pixels) {
    if ((long) width * height <= pixels) {
      return List.of(Strip.whole(height));
    }
    int multiple = reach.subsampling();
    long shortest = Math.max(reach.margin(), multiple);
    long possible =
        Math.max(shortest, (pixels / width - 2L * reach.margin()) / multiple * multiple);
    long count = (height + possible - 1) / possible;
    int rows = Math.toIntExact((height + count * multiple - 1) / (count * multiple) * multiple);
    List<Strip> strips = new ArrayList<>();
    for (int first = 0; first < height; first += rows) {
      int end = Math.min(height, first + rows);
      strips.add(
          new Strip(
              height,
              first,
              end,
              Math.max(0, first - reach.margin()),
              Math.min(height, end + reach.margin())));
    }
    return strips;
  }
}
