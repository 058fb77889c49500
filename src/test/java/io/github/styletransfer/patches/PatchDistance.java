package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How far a picture is from being made of a painting's patches: 0 for a copy, 1 if its patches are
 * as far from the painting's as those are from flat colours.
 */
final class PatchDistance {
  private static final int DRAWN = 3000;
  private static final long SEED = 1;

  private PatchDistance() {}

  /**
   * The root mean square distance of random patches of a picture from the nearest ones of a
   * painting, over the root mean square deviation of the painting's patches from their own mean
   * colours. It is infinite or not a number for a painting of one colour.
   *
   * @throws IllegalArgumentException when an image is smaller than one patch
   */
  static double between(RgbImage picture, RgbImage painting) {
    Patches patches = new Patches(picture);
    Patches paints = new Patches(painting);
    NearestPatch nearest = new NearestPatch(paints);
    int[] drawn = new Random(SEED).ints(DRAWN, 0, patches.count()).toArray();
    double distance =
        IntStream.of(drawn)
            .parallel()
            .mapToLong(patch -> nearest.squaredDistance(patches, patch))
            .average()
            .orElseThrow();
    double deviation =
        IntStream.range(0, paints.count())
            .mapToDouble(paints::squaredDeviation)
            .average()
            .orElseThrow();
    return Math.sqrt(distance / deviation);
  }
}
