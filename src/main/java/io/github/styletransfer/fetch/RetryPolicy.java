package io.github.styletransfer.fetch;

import java.time.Duration;

/**
 * How often to reconnect after a broken connection.
 *
 * @param most retries in a row
 * @param firstPause wait before the first of them; it doubles from one to the next
 * @param enoughBytes progress after which the count starts again
 * @param sleeper waits
 */
public record RetryPolicy(int most, Duration firstPause, long enoughBytes, Sleeper sleeper) {
  /** Four retries after 2, 4, 8 and 16 seconds. */
  public static final RetryPolicy PATIENT =
      new RetryPolicy(4, Duration.ofSeconds(2), 1 << 20, pause -> Thread.sleep(pause.toMillis()));

  /** Waits for a while. */
  @FunctionalInterface
  public interface Sleeper {
    /**
     * Waits.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration pause) throws InterruptedException;
  }

  /** The wait before the retry of a 1-based number. */
  Duration pause(int retry) {
    return firstPause.multipliedBy(1L << (retry - 1));
  }
}
