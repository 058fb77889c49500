package io.github.styletransfer.engine.onednn;

import org.bytedeco.javacpp.FloatPointer;

/** Native memory as Java reads and writes it: in bulk, through arrays that stay in the cache. */
final class Floats {
  private final FloatPointer memory;

  Floats(FloatPointer memory) {
    this.memory = new FloatPointer(memory);
  }

  void read(long from, float[] values, int count) {
    memory.position(from);
    memory.get(values, 0, count);
  }

  void write(long to, float[] values, int count) {
    memory.position(to);
    memory.put(values, 0, count);
  }
}
