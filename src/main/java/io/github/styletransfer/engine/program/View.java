package io.github.styletransfer.engine.program;

/**
 * A rectangle of a tensor's pixels, with all channels.
 *
 * @param tensor what is looked at
 * @param top the first row
 * @param left the first column
 * @param size of the rectangle
 */
public record View(Tensor tensor, long top, long left, TensorSize size) {
  /** The whole of a tensor. */
  public static View of(Tensor tensor) {
    return new View(tensor, 0, 0, tensor.size());
  }

  /** Whether it is all of the tensor. */
  public boolean isWhole() {
    return size.equals(tensor.size());
  }

  /**
   * The first element of one of the rectangle's rows.
   *
   * @param row from 0
   * @return its position in the tensor
   */
  public long rowStart(long row) {
    TensorSize whole = tensor.size();
    return ((top + row) * whole.width() + left) * whole.channels();
  }
}
