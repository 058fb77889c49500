package io.github.styletransfer.model.loss;

import io.github.styletransfer.region.RegionPyramid;

/**
 * The regions of an image whose styles are looked at one by one.
 *
 * @param image how much of each of its pixels is a region's
 * @param wanted which regions are looked at on which layers
 */
public record StyleRegions(RegionPyramid image, Wanted wanted) {
  /** Which regions are looked at. */
  @FunctionalInterface
  public interface Wanted {
    /**
     * Whether a region is.
     *
     * @param region its number
     * @param halvings of the image to the layer
     */
    boolean test(int region, int halvings);
  }

  /**
   * What a target of a region is called.
   *
   * @param layer the layer's name
   * @param region its number
   */
  public static String name(String layer, int region) {
    return layer + "@" + (region + 1);
  }
}
