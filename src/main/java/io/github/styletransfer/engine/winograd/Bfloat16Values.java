package io.github.styletransfer.engine.winograd;

import java.nio.ShortBuffer;

/** Values kept as bfloat16: the upper halves of floats. */
final class Bfloat16Values implements Values {
  private static final int BITS = 16;

  /** Just below half of the last digit that stays. */
  private static final int BELOW_HALF = (1 << (BITS - 1)) - 1;

  /** So few are converted at a time that they stay in the cache. */
  private static final int MOST = 1024;

  private final ShortBuffer memory;
  private final short[] halves = new short[MOST];

  Bfloat16Values(ShortBuffer memory) {
    this.memory = memory;
  }

  @Override
  public void get(int index, float[] values, int at, int count) {
    for (int done = 0; done < count; done += MOST) {
      int some = Math.min(MOST, count - done);
      memory.get(index + done, halves, 0, some);
      for (int i = 0; i < some; i++) {
        values[at + done + i] = Float.intBitsToFloat(halves[i] << BITS);
      }
    }
  }

  @Override
  public void put(int index, float[] values, int at, int count) {
    for (int done = 0; done < count; done += MOST) {
      int some = Math.min(MOST, count - done);
      for (int i = 0; i < some; i++) {
        int bits = Float.floatToRawIntBits(values[at + done + i]);
        halves[i] = (short) ((bits + BELOW_HALF + ((bits >>> BITS) & 1)) >>> BITS);
      }
      memory.put(index + done, halves, 0, some);
    }
  }
}
