package io.github.styletransfer.engine.winograd;

import java.nio.ShortBuffer;

/** Values kept as bfloat16: the upper halves of floats. */
final class Bfloat16Values implements Values {
  private static final int BITS = 16;

  /** Just below half of the last digit that stays. */
  private static final int BELOW_HALF = (1 << (BITS - 1)) - 1;

  private final ShortBuffer memory;
  private final short[] halves;

  Bfloat16Values(ShortBuffer memory, int most) {
    this.memory = memory;
    halves = new short[most];
  }

  @Override
  public void get(int index, float[] values, int at, int count) {
    memory.get(index, halves, 0, count);
    for (int i = 0; i < count; i++) {
      values[at + i] = Float.intBitsToFloat(halves[i] << BITS);
    }
  }

  @Override
  public void put(int index, float[] values, int at, int count) {
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits(values[at + i]);
      halves[i] = (short) ((bits + BELOW_HALF + ((bits >>> BITS) & 1)) >>> BITS);
    }
    memory.put(index, halves, 0, count);
  }
}
