package io.github.styletransfer.transfer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** An array in Java's heap, for methods that need no library for theirs. */
public final class FloatArray implements StateArray {
  private final long[] shape;
  private final ByteBuffer memory;

  private FloatArray(long... shape) {
    long elements = 1;
    for (long size : shape) {
      if (size < 1) {
        throw new IllegalArgumentException("an array's sizes must be 1 or more, not " + size);
      }
      elements = Math.multiplyExact(elements, size);
    }
    this.shape = shape.clone();
    this.memory =
        ByteBuffer.allocate(Math.toIntExact(Math.multiplyExact(elements, Float.BYTES)))
            .order(ByteOrder.nativeOrder());
  }

  /**
   * An array of zeros.
   *
   * @param shape 1 to 4 sizes, each 1 or more
   * @throws IllegalArgumentException if a size is less than 1
   * @throws ArithmeticException if it has 2 GiB or more
   */
  public static FloatArray zeros(long... shape) {
    return new FloatArray(shape);
  }

  /**
   * A copy of floats.
   *
   * @param values in C order, as many as the shape has elements
   * @throws java.nio.BufferOverflowException if there are more
   */
  public static FloatArray copyOf(float[] values, long... shape) {
    FloatArray array = new FloatArray(shape);
    array.memory.asFloatBuffer().put(values);
    return array;
  }

  /**
   * A copy of ints, bit by bit.
   *
   * @param values in C order, as many as the shape has elements
   * @throws java.nio.BufferOverflowException if there are more
   */
  public static FloatArray copyOf(int[] values, long... shape) {
    FloatArray array = new FloatArray(shape);
    array.memory.asIntBuffer().put(values);
    return array;
  }

  /** The elements of any array as floats: a view of its memory. */
  public static FloatBuffer floats(StateArray array) {
    return array.bytes().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** The elements of any array as ints, bit by bit: a view of its memory. */
  public static IntBuffer ints(StateArray array) {
    return array.bytes().order(ByteOrder.nativeOrder()).asIntBuffer();
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public ByteBuffer bytes() {
    return memory.duplicate().order(ByteOrder.nativeOrder());
  }
}
