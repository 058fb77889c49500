package io.github.styletransfer.chart;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;

/**
 * An image of a contact sheet.
 *
 * @param label what it is
 * @param detail more of it, such as its file; may be empty
 * @param image as the sheet gets it
 */
public record Tile(String label, String detail, RgbImage image) {
  /** The longer side of a picture that is drawn small. */
  static final int SMALL = 480;

  /** With an image that takes little memory, so that it can be kept while a run goes on. */
  public static Tile small(String label, String detail, RgbImage image) {
    return new Tile(
        label,
        detail,
        Math.max(image.width(), image.height()) <= SMALL
            ? image
            : Resizer.fitLongestSide(image, SMALL));
  }

  /** Its width, when its height is 1. */
  double aspect() {
    ImageSize size = image.size();
    return (double) size.width() / size.height();
  }
}
