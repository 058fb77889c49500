package io.github.styletransfer.network.pytorch;

import java.util.List;

/** A named array in a file of weights: its shape, and where its values are. Immutable. */
public final class Tensor {
  private final Storage storage;
  private final long offset;
  private final List<Long> shape;
  private final List<Long> strides;

  /**
   * Describes a tensor.
   *
   * @param offset of the first value in the storage, in elements
   * @param strides from one value to the next along each axis, in elements
   */
  Tensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {
    this.storage = storage;
    this.offset = offset;
    this.shape = List.copyOf(shape);
    this.strides = List.copyOf(strides);
  }

  /** The length of each axis. */
  public List<Long> shape() {
    return shape;
  }

  Storage storage() {
    return storage;
  }

  long offset() {
    return offset;
  }

  List<Long> strides() {
    return strides;
  }

  /** The number of values; only of a tensor that fits its storage. */
  long elements() {
    long product = 1;
    for (long length : shape) {
      product *= length;
    }
    return product;
  }

  /**
   * How much of the storage lies between the first value and the last, both included; only of a
   * tensor that fits its storage.
   */
  long span() {
    long span = 1;
    for (int axis = 0; axis < shape.size(); axis++) {
      span += (shape.get(axis) - 1) * strides.get(axis);
    }
    return elements() == 0 ? 0 : span;
  }

  /** Whether all values are in the storage, and no more values than the storage has. */
  boolean fits() {
    if (offset < 0 || offset > storage.elements() || shape.size() != strides.size()) {
      return false;
    }
    long left = storage.elements();
    long elements = 1;
    for (long length : shape) {
      if (length < 0 || (length > 0 && elements > left / length)) {
        return false;
      }
      elements *= length;
    }
    long last = offset;
    for (int axis = 0; axis < shape.size() && elements > 0; axis++) {
      long steps = shape.get(axis) - 1;
      long stride = strides.get(axis);
      if (stride < 0 || (steps > 0 && stride > (left - last) / steps)) {
        return false;
      }
      last += steps * stride;
    }
    return elements == 0 || last < left;
  }
}
