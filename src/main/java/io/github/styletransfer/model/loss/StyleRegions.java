package io.github.styletransfer.model.loss;

import io.github.styletransfer.region.RegionPyramid;
import java.util.Collections;
import java.util.List;

/**
 * The regions of an image whose styles are looked at one by one.
 *
 * @param image how much of each of its pixels is a region's
 * @param levels for each region, on how many sizes of layers it is looked at, from the image's own
 *     size on; 0 if it isn't
 */
public record StyleRegions(RegionPyramid image, List<Integer> levels) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there isn't a number for each region
   */
  public StyleRegions {
    levels = List.copyOf(levels);
    if (levels.size() != image.count()) {
      throw new IllegalArgumentException(
          "%d numbers for %d regions".formatted(levels.size(), image.count()));
    }
  }

  /** All regions on all layers. */
  public static StyleRegions everywhere(RegionPyramid image) {
    return new StyleRegions(image, Collections.nCopies(image.count(), Integer.MAX_VALUE));
  }

  /**
   * Whether a region is looked at.
   *
   * @param region its number
   * @param halvings of the image to the layer
   */
  boolean isLookedAt(int region, int halvings) {
    return halvings < levels.get(region);
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
