package io.github.styletransfer.engine.onednn.device;

import org.bytedeco.javacpp.FloatPointer;

/** Native memory as Java reads and writes it: in bulk, through arrays that stay in the cache. */
public final class Floats {
  private final FloatPointer memory;

  /** Memory from a place on. */
  public Floats(FloatPointer memory) {
    this.memory = new FloatPointer(memory);
  }

  /** Copies elements to an array. */
  public void read(long from, float[] values, int count) {
    memory.position(from);
    memory.get(values, 0, count);
  }

  /** Copies an array to memory. */
  public void write(long to, float[] values, int count) {
    memory.position(to);
    memory.put(values, 0, count);
  }
}
