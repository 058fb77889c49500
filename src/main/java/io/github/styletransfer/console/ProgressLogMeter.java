package io.github.styletransfer.console;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log line every few seconds. */
final class ProgressLogMeter implements ProgressMeter {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLogMeter.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final double MEGABYTE = 1e6;
  private static final double PERCENT = 100;

  private final LongSupplier nanoTime;
  private OptionalLong total = OptionalLong.empty();
  private long startTime;
  private long startBytes;
  private long lastTime;

  /**
   * Makes a meter.
   *
   * @param nanoTime a clock that counts nanoseconds
   */
  ProgressLogMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public void start(long have, OptionalLong newTotal) {
    total = newTotal;
    startBytes = have;
    startTime = nanoTime.getAsLong();
    lastTime = startTime;
    LOG.info("{}", have > 0 ? "Resuming after " + amount(have) : "Downloading " + amount(have));
  }

  @Override
  public void advance(long have) {
    long now = nanoTime.getAsLong();
    if (now - lastTime >= INTERVAL.toNanos()) {
      lastTime = now;
      double seconds = (now - startTime) / (double) Duration.ofSeconds(1).toNanos();
      double speed = (have - startBytes) / MEGABYTE / seconds;
      LOG.info("{}, {} MB/s", amount(have), String.format(Locale.ROOT, "%.1f", speed));
    }
  }

  @Override
  public void stop() {}

  private String amount(long have) {
    if (total.isEmpty()) {
      return String.format(Locale.ROOT, "%.1f MB", have / MEGABYTE);
    }
    long all = total.getAsLong();
    return String.format(
        Locale.ROOT,
        "%.1f of %.1f MB (%.0f %%)",
        have / MEGABYTE,
        all / MEGABYTE,
        all == 0 ? PERCENT : PERCENT * have / all);
  }
}
