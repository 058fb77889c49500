package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeClockTest {
  private final AtomicLong time = new AtomicLong(7);

  @Test
  void standsStillWhileNobodyLooks() {
    AwakeClock clock = new AwakeClock(time::get);
    time.addAndGet(Duration.ofSeconds(4).toNanos());
    long before = clock.getAsLong();
    assertThat(before).isEqualTo(time.get());
    time.addAndGet(Duration.ofMinutes(5).toNanos());

    assertThat(clock.getAsLong()).isEqualTo(before);
    time.addAndGet(3);
    assertThat(clock.getAsLong()).isEqualTo(before + 3);
  }
}
