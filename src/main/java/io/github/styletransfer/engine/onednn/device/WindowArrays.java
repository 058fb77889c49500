package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.program.Window;

/**
 * A window as oneDNN describes it.
 *
 * @param window how a convolution or pooling layer moves
 */
public record WindowArrays(Window window) {
  /** Rows and columns from one output to the next. */
  public long[] strides() {
    return new long[] {window.strideY(), window.strideX()};
  }

  /** Rows and columns that are looked at together. */
  public long[] size() {
    return new long[] {window.height(), window.width()};
  }

  /** Padding above and to the left. */
  public long[] before() {
    return new long[] {window.top(), window.left()};
  }

  /** Padding below and to the right. */
  public long[] after() {
    return new long[] {window.bottom(), window.right()};
  }
}
