package io.github.styletransfer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaTest {
  private static final int STEPS = 40;

  /** A buffer, and the steps that use it. */
  private record Lifetime(Buffer buffer, int first, int last) {
    static Lifetime of(long elements, int first, int last) {
      Buffer buffer = new Buffer(ElementType.FLOAT32, elements);
      buffer.usedAt(first);
      buffer.usedAt(last);
      return new Lifetime(buffer, Math.min(first, last), Math.max(first, last));
    }

    boolean isInUse(int step) {
      return first <= step && step <= last;
    }
  }

  /** Step by step, each byte in use belongs to one buffer. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noStepTouchesWhatAnotherBufferHolds(long seed) {
    Random random = new Random(seed);
    List<Lifetime> lifetimes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lifetimes.add(
          Lifetime.of(1 + random.nextInt(5000), random.nextInt(STEPS), random.nextInt(STEPS)));
    }
    int size = Math.toIntExact(Arena.lay(lifetimes.stream().map(Lifetime::buffer).toList()));
    for (int step = 0; step < STEPS; step++) {
      Lifetime[] owners = new Lifetime[size];
      for (Lifetime lifetime : lifetimes) {
        if (!lifetime.isInUse(step)) {
          continue;
        }
        Buffer buffer = lifetime.buffer();
        assertThat(buffer.offset() % 64).isZero();
        for (long at = buffer.offset(); at < buffer.offset() + buffer.bytes(); at++) {
          assertThat(owners[(int) at] == null).isTrue();
          owners[(int) at] = lifetime;
        }
      }
    }
  }

  @Test
  void memoryIsUsedAgain() {
    List<Buffer> chain =
        List.of(buffer(1024, 0, 1), buffer(1024, 1, 2), buffer(1024, 2, 3), buffer(1024, 3, 4));
    assertThat(Arena.lay(chain)).isEqualTo(2 * 1024 * Float.BYTES);
  }

  private static Buffer buffer(long elements, int first, int last) {
    return Lifetime.of(elements, first, last).buffer();
  }
}
