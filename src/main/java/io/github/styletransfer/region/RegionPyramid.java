package io.github.styletransfer.region;

import java.util.ArrayList;
import java.util.List;

/** The regions of an image, and of layers of feature maps that it is halved to. */
public final class RegionPyramid {
  /** A region that has fewer pixels, at some size, is too small to have a style there. */
  private static final double FEWEST_PIXELS = 4;

  private final List<RegionWeights> levels = new ArrayList<>();

  /** The regions of an image at its own size. */
  public RegionPyramid(RegionWeights image) {
    levels.add(image);
  }

  /** The regions after some halvings of the image. */
  public RegionWeights at(int halvings) {
    while (levels.size() <= halvings) {
      levels.add(levels.get(levels.size() - 1).halved());
    }
    return levels.get(halvings);
  }

  /** How many regions there are. */
  public int count() {
    return levels.get(0).count();
  }

  /**
   * At how many sizes, from the image's own on, a region is large enough to have a style. At
   * smaller ones it isn't: with each halving its pixels get fewer.
   */
  public int levelsWithStyle(int region) {
    int halvings = 0;
    while (at(halvings).pixels(region) >= FEWEST_PIXELS) {
      halvings++;
    }
    return halvings;
  }

  /** Whether the image has the same size and regions. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RegionPyramid pyramid && levels.get(0).equals(pyramid.levels.get(0));
  }

  @Override
  public int hashCode() {
    return levels.get(0).hashCode();
  }
}
