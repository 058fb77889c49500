package io.github.styletransfer.engine.onednn.device;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Native memory as Java reads and writes it: in bulk, through arrays that stay in the cache. Memory
 * of bfloat16 can be read.
 */
public final class Floats {
  private final FloatPointer memory;
  private final @Nullable ShortPointer halves;

  /** Memory from a place on. */
  public Floats(FloatPointer memory) {
    this(new FloatPointer(memory), null);
  }

  private Floats(FloatPointer memory, @Nullable ShortPointer halves) {
    this.memory = memory;
    this.halves = halves;
  }

  /** An array of floats or of bfloat16, contiguous in C order. */
  static Floats of(INDArray array) {
    return array.dataType() == DataType.BFLOAT16
        ? new Floats(new FloatPointer(), new ShortPointer(Device.bytes(array)))
        : new Floats(Device.floats(array));
  }

  /** The same memory, for another thread. */
  Floats again() {
    return halves == null
        ? new Floats(memory)
        : new Floats(new FloatPointer(), new ShortPointer(halves));
  }

  /** Copies elements to an array. */
  public void read(long from, float[] values, int count) {
    if (halves == null) {
      memory.position(from);
      memory.get(values, 0, count);
      return;
    }
    short[] upper = new short[count];
    halves.position(from);
    halves.get(upper, 0, count);
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(upper[i] << Short.SIZE);
    }
  }

  /** Copies an array to memory. */
  public void write(long to, float[] values, int count) {
    memory.position(to);
    memory.put(values, 0, count);
  }
}
