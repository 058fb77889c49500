package io.github.styletransfer.engine.program;

/**
 * The size of a tensor.
 *
 * @param images how many images it is of
 * @param height rows
 * @param width columns
 * @param channels feature maps
 */
public record TensorSize(long images, long height, long width, long channels) {
  /** Feature maps of one image. */
  public static TensorSize of(long height, long width, long channels) {
    return new TensorSize(1, height, width, channels);
  }

  /** A matrix; its rows stand for pixels. */
  public static TensorSize matrix(long rows, long columns) {
    return new TensorSize(1, rows, 1, columns);
  }

  /** The number of pixels of all images. */
  public long pixels() {
    return images * height * width;
  }

  /** The number of elements. */
  public long elements() {
    return pixels() * channels;
  }
}
