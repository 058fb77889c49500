package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;

/** Compares the proportions of a mask with those of the image that it is for. */
final class Proportions {
  /** How much wider or narrower the mask may be, beside what rounding makes of it. */
  private static final double TOLERANCE = 0.03;

  private Proportions() {}

  static boolean areLike(ImageSize mask, ImageSize image) {
    double difference =
        Math.log((double) mask.width() * image.height())
            - Math.log((double) mask.height() * image.width());
    return Math.abs(difference) <= TOLERANCE + rounding(mask) + rounding(image);
  }

  /** Of half a pixel, on the shorter side. */
  private static double rounding(ImageSize size) {
    return 0.5 / Math.min(size.width(), size.height());
  }
}
