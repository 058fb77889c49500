package io.github.styletransfer.image;

/**
 * Size of an image in pixels, upright as the viewer sees it.
 *
 * @param width pixels of a row
 * @param height number of rows
 */
public record ImageSize(int width, int height) {
  /** Width x height. */
  public long pixels() {
    return (long) width * height;
  }
}
