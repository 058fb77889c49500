package io.github.styletransfer.console;

import io.github.styletransfer.console.BarLine.Part;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** A bar on a terminal: jobs done, the one at hand, time gone and time left for all. */
final class BatchProgressBar extends BatchCounter {
  private static final int LONGEST_NAME = 28;
  private static final int USUAL_NAME = 20;

  private final Runnable end;
  private boolean closed;

  /** Draws the bar. */
  BatchProgressBar(BarDisplay display, int jobs, double weight, LongSupplier nanoClock) {
    super(jobs, weight, nanoClock);
    this.end = display.show(this::line);
  }

  @Override
  public boolean isBar() {
    return true;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      end.run();
    }
  }

  /** What to show now. */
  BarLine line() {
    String count = done() + "/" + jobs();
    BarTimes times = BarTimes.of(elapsed(), left());
    return new BarLine(
        "Painting",
        OptionalDouble.of(share()),
        Part.right(count, 2 * Integer.toString(jobs()).length() + 1),
        List.of(new Part(shortened(current()), USUAL_NAME)),
        times.both(),
        times.one());
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : "…" + name.substring(name.length() - LONGEST_NAME + 1);
  }
}
