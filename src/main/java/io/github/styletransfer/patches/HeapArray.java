package io.github.styletransfer.patches;

import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.StateArray;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** A run's own array in a state; its bytes are a copy, made only when they are asked for. */
final class HeapArray implements StateArray {
  private final Supplier<FloatArray> copy;
  private final long[] shape;

  private HeapArray(Supplier<FloatArray> copy, long... shape) {
    this.copy = copy;
    this.shape = shape;
  }

  static StateArray of(float[] values, long... shape) {
    return new HeapArray(() -> FloatArray.copyOf(values, shape), shape);
  }

  static StateArray of(int[] values, long... shape) {
    return new HeapArray(() -> FloatArray.copyOf(values, shape), shape);
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public ByteBuffer bytes() {
    return copy.get().bytes();
  }
}
