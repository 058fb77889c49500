package io.github.styletransfer.engine.program;

/**
 * The pixels that a convolution or a pooling layer looks at, and how it moves over the image.
 *
 * @param height rows
 * @param width columns
 * @param strideY rows from one output to the next
 * @param strideX columns from one output to the next
 * @param top rows of padding above the image
 * @param left columns of padding before the image
 * @param bottom rows of padding below the image
 * @param right columns of padding after the image
 * @param border what the padding is
 */
public record Window(
    long height,
    long width,
    long strideY,
    long strideX,
    long top,
    long left,
    long bottom,
    long right,
    BorderKind border) {

  /** With zeros for padding. */
  public Window(
      long height,
      long width,
      long strideY,
      long strideX,
      long top,
      long left,
      long bottom,
      long right) {
    this(height, width, strideY, strideX, top, left, bottom, right, BorderKind.ZERO);
  }

  /** A window that moves by one pixel, without padding. */
  public static Window dense(long height, long width) {
    return new Window(height, width, 1, 1, 0, 0, 0, 0);
  }

  /** The same window, with padding of another kind. */
  public Window with(BorderKind kind) {
    return new Window(height, width, strideY, strideX, top, left, bottom, right, kind);
  }

  /** SAME padding as TensorFlow has it: an odd pixel of padding goes below and to the right. */
  public static Window same(TensorSize input, long height, long width, long strideY, long strideX) {
    long vertical = samePadding(input.height(), height, strideY);
    long horizontal = samePadding(input.width(), width, strideX);
    return new Window(
        height,
        width,
        strideY,
        strideX,
        vertical / 2,
        horizontal / 2,
        vertical - vertical / 2,
        horizontal - horizontal / 2);
  }

  private static long samePadding(long length, long window, long stride) {
    long outputs = (length + stride - 1) / stride;
    return Math.max(0, (outputs - 1) * stride + window - length);
  }

  /** The size of the output. */
  public TensorSize output(TensorSize input, long channels) {
    return new TensorSize(
        input.images(),
        (input.height() + top + bottom - height) / strideY + 1,
        (input.width() + left + right - width) / strideX + 1,
        channels);
  }

  /** Whether the window moves by one pixel. */
  public boolean isDense() {
    return strideY == 1 && strideX == 1;
  }

  /**
   * The window over the output's gradient that gives the input's, if the window moves by one pixel:
   * as much padding, with zeros, as the kernel reaches beyond the forward one's.
   */
  public Window rotated180() {
    if (!isDense()) {
      throw new IllegalStateException("a window that moves by more than one pixel");
    }
    return new Window(
        height,
        width,
        1,
        1,
        height - 1 - top,
        width - 1 - left,
        height - 1 - bottom,
        width - 1 - right);
  }
}
