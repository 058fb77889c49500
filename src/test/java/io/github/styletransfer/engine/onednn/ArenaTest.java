package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void buffersInUseAtTheSameTimeDontOverlap(long seed) {
    Random random = new Random(seed);
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      buffers.add(buffer(1 + random.nextInt(5000), random.nextInt(40), random.nextInt(40)));
    }
    long size = Arena.lay(buffers);
    for (Buffer a : buffers) {
      assertThat(a.offset() % 64).isZero();
      assertThat(a.offset() + a.bytes()).isLessThanOrEqualTo(size);
      for (Buffer b : buffers) {
        boolean apart =
            a.offset() + a.bytes() <= b.offset() || b.offset() + b.bytes() <= a.offset();
        assertThat(a == b || !a.overlaps(b) || apart).isTrue();
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
    Buffer buffer = new Buffer(ElementType.FLOAT32, elements);
    buffer.usedAt(first);
    buffer.usedAt(last);
    return buffer;
  }
}
