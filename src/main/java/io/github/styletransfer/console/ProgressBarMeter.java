package io.github.styletransfer.console;

import io.github.styletransfer.console.BarLine.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal: megabytes, megabytes per second, time gone and time left. */
final class ProgressBarMeter implements ProgressMeter {
  private static final double MEGABYTE = 1e6;
  private static final double NANOS = 1e9;
  private static final int USUAL_SPEED = "100.0 MB/s".length();

  private final BarDisplay display;
  private final AwakeClock clock;
  private volatile OptionalLong total = OptionalLong.empty();
  private volatile long startBytes;
  private volatile long startTime;
  private volatile long bytes;
  private volatile boolean loading;
  private @Nullable Runnable end;

  /**
   * Draws nothing yet.
   *
   * @param nanoClock a clock that counts nanoseconds
   */
  ProgressBarMeter(BarDisplay display, LongSupplier nanoClock) {
    this.display = display;
    this.clock = new AwakeClock(nanoClock);
  }

  @Override
  public synchronized void start(long have, OptionalLong newTotal) {
    total = newTotal;
    startBytes = have;
    bytes = have;
    startTime = clock.getAsLong();
    loading = true;
    end = display.show(this::line);
  }

  @Override
  public void advance(long have) {
    bytes = have;
  }

  @Override
  public synchronized void stop() {
    loading = false;
    if (end != null) {
      end.run();
      end = null;
    }
  }

  /** What to show now. */
  BarLine line() {
    long now = bytes;
    double seconds = (clock.getAsLong() - startTime) / NANOS;
    double speed = seconds > 0 ? (now - startBytes) / seconds : 0;
    BarTimes times =
        BarTimes.of(
            Duration.ofNanos((long) (seconds * NANOS)),
            loading && total.isPresent() && speed > 0
                ? Optional.of(Duration.ofSeconds(Math.round((total.getAsLong() - now) / speed)))
                : Optional.empty());
    return new BarLine(
        "Downloading",
        total.isPresent()
            ? OptionalDouble.of(share(now, total.getAsLong()))
            : OptionalDouble.empty(),
        amount(now),
        List.of(Part.right(String.format(Locale.ROOT, "%.1f MB/s", speed / MEGABYTE), USUAL_SPEED)),
        times.both(),
        times.one());
  }

  private static double share(long have, long all) {
    return all > 0 ? Math.min(1, (double) have / all) : 1;
  }

  private Part amount(long have) {
    String megabytes = String.format(Locale.ROOT, "%.0f", have / MEGABYTE);
    if (total.isEmpty()) {
      return Part.right(megabytes + " MB", "1000 MB".length());
    }
    String all = String.format(Locale.ROOT, "%.0f MB", total.getAsLong() / MEGABYTE);
    return Part.right(megabytes + "/" + all, 2 * all.length() - " MB".length() + 1);
  }
}
