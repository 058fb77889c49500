package io.github.styletransfer.retouch;

import io.github.styletransfer.color.KeptColors;
import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.RgbImage;
import java.util.Optional;

/**
 * What is done to a picture.
 *
 * @param photo that it is painted from, of its size
 * @param keepColors whether it gets the photo's colours
 * @param where what is painted; the rest is the photo's. Empty for all
 */
public record Retouch(RgbImage photo, boolean keepColors, Optional<Mask> where) {
  /** Bytes for a pixel: two images more, and the mask. */
  static final long BYTES = 2 * RgbImage.CHANNELS + 1;

  /** Whether anything is done at all. */
  public boolean isNeeded() {
    return keepColors || where.isPresent();
  }

  /**
   * The picture as people see it.
   *
   * @param picture of the photo's size
   * @throws IllegalArgumentException if it or the mask has another size than the photo
   */
  public RgbImage of(RgbImage picture) {
    RgbImage colored = keepColors ? KeptColors.of(picture, photo) : picture;
    return where.map(mask -> mask.blended(colored, photo)).orElse(colored);
  }

  /**
   * A picture in 16 bits as people see it.
   *
   * @param picture of the photo's size
   * @throws IllegalArgumentException if it or the mask has another size than the photo
   */
  DeepImage of(DeepImage picture) {
    DeepImage colored = keepColors ? KeptColors.of(picture, photo) : picture;
    return where.map(mask -> mask.blended(colored, photo)).orElse(colored);
  }
}
