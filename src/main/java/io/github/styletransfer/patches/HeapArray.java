package io.github.styletransfer.patches;

import io.github.styletransfer.transfer.StateArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** A run's own array in a state; its bytes are a copy, made only when they are asked for. */
final class HeapArray implements StateArray {
  private final int elements;
  private final Consumer<ByteBuffer> writer;
  private final long[] shape;

  private HeapArray(int elements, Consumer<ByteBuffer> writer, long... shape) {
    this.elements = elements;
    this.writer = writer;
    this.shape = shape;
  }

  static StateArray of(float[] values, long... shape) {
    return new HeapArray(values.length, bytes -> bytes.asFloatBuffer().put(values), shape);
  }

  static StateArray of(int[] values, long... shape) {
    return new HeapArray(values.length, bytes -> bytes.asIntBuffer().put(values), shape);
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public ByteBuffer bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(elements, Float.BYTES))
            .order(ByteOrder.nativeOrder());
    writer.accept(bytes);
    return bytes;
  }
}
