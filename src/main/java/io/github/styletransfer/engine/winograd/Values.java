package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Native memory that is read and written as floats, whatever it holds. For use by one thread. */
public interface Values {
  /** Copies values into an array. */
  void get(int index, float[] values, int at, int count);

  /** Copies values from an array. */
  void put(int index, float[] values, int at, int count);

  /** Memory that holds floats. */
  static Values ofFloats(FloatBuffer memory) {
    return new Values() {
      @Override
      public void get(int index, float[] values, int at, int count) {
        memory.get(index, values, at, count);
      }

      @Override
      public void put(int index, float[] values, int at, int count) {
        memory.put(index, values, at, count);
      }
    };
  }

  /** Memory that holds the upper halves of floats, rounded to the nearest, ties to even. */
  static Values ofBfloat16(ShortBuffer memory) {
    return new Bfloat16Values(memory);
  }
}
