package io.github.styletransfer.console;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A clock in nanoseconds that is read all the time and stands still while the process can't read
 * it, so that an iteration interrupted by Ctrl-Z doesn't count as slow.
 */
final class AwakeClock implements LongSupplier {
  private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

  private final LongSupplier nanoClock;
  private long last;
  private long asleep;

  /** Begins at the time of another clock. */
  AwakeClock(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.last = nanoClock.getAsLong();
  }

  @Override
  public synchronized long getAsLong() {
    long now = nanoClock.getAsLong();
    if (now - last > LONGEST_PAUSE) {
      asleep += now - last;
    }
    last = now;
    return now - asleep;
  }
}
