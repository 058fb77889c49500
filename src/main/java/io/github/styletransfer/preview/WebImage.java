package io.github.styletransfer.preview;

import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.Chroma;
import io.github.styletransfer.image.write.EncodedImage;
import io.github.styletransfer.image.write.PngEncoder;
import java.io.IOException;

/**
 * An image as a page shows it: of at most 1024 pixels a side, or whole; one whose pixels are seen
 * one by one without loss, unless that would take too long.
 */
final class WebImage {
  private static final int LONGEST_SIDE = 1024;
  private static final int SMALL = 256;
  private static final int MOST_LOSSLESS_PIXELS = 4_000_000;
  private static final float QUALITY = 0.92f;
  private static final float FULL_QUALITY = 0.95f;

  private final String type;
  private final byte[] bytes;

  private WebImage(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** For an overview. */
  static WebImage reduced(RgbImage image) throws IOException {
    int longest = Math.max(image.width(), image.height());
    if (longest <= SMALL) {
      return new WebImage("image/png", PngEncoder.encode(image));
    }
    return new WebImage(
        "image/jpeg",
        EncodedImage.jpeg(
            longest > LONGEST_SIDE ? Resizer.fitLongestSide(image, LONGEST_SIDE) : image, QUALITY));
  }

  /** With all of its pixels. */
  static WebImage full(RgbImage image) throws IOException {
    return (long) image.width() * image.height() <= MOST_LOSSLESS_PIXELS
        ? new WebImage("image/png", PngEncoder.encode(image))
        : new WebImage("image/jpeg", EncodedImage.jpeg(image, FULL_QUALITY, Chroma.FULL));
  }

  /** The media type. */
  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }
}
