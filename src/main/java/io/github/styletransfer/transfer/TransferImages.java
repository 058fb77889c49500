package io.github.styletransfer.transfer;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.util.List;

/**
 * The images that a picture is made from.
 *
 * @param content the photo; the result has its size
 * @param paintings one or more
 */
public record TransferImages(RgbImage content, List<Painting> paintings) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no painting
   */
  public TransferImages {
    paintings = List.copyOf(paintings);
    if (paintings.isEmpty()) {
      throw new IllegalArgumentException("there must be a painting");
    }
  }

  /** A photo and one painting. */
  public static TransferImages of(RgbImage content, RgbImage style) {
    return new TransferImages(content, List.of(new Painting(style, 1)));
  }

  /** The sizes of the paintings, in their order. */
  public List<ImageSize> paintingSizes() {
    return paintings.stream().map(painting -> painting.image().size()).toList();
  }
}
