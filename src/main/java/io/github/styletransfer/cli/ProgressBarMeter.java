package io.github.styletransfer.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, drawn over itself. */
final class ProgressBarMeter implements ProgressMeter {
  private static final long MEGABYTE = 1_000_000;
  private static final int UPDATE_MILLIS = 250;
  private static final long UNKNOWN = -1;

  private final PrintWriter terminal;
  private @Nullable ProgressBar bar;

  ProgressBarMeter(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void start(long have, OptionalLong total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("Loading")
            .setInitialMax(total.orElse(UNKNOWN))
            .startsFrom(have, Duration.ZERO)
            .setUnit(" MB", MEGABYTE)
            .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw))
            .build();
  }

  @Override
  public void advance(long have) {
    if (bar != null) {
      bar.stepTo(have);
    }
  }

  @Override
  public void stop() {
    if (bar != null) {
      bar.close();
      bar = null;
      terminal.println();
    }
  }

  private void draw(String text) {
    terminal.print("\r" + text);
    terminal.flush();
  }
}
