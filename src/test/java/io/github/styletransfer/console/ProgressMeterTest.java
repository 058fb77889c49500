package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProgressMeterTest {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(ProgressLogMeter.class);

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final StringWriter terminal = new StringWriter();
  private final AtomicLong nanoTime = new AtomicLong();

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    LOGGER.detachAppender(log);
  }

  @Test
  void logsALineEveryFewSeconds() {
    ProgressMeter meter = new ProgressLogMeter(nanoTime::get);
    meter.start(100_000_000, OptionalLong.of(400_000_000));
    for (int second = 1; second <= 11; second++) {
      nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
      meter.advance(100_000_000 + second * 2_500_000L);
    }
    meter.stop();

    assertThat(lines())
        .containsExactly(
            "Resuming after 100.0 of 400.0 MB (25 %)",
            "112.5 of 400.0 MB (28 %), 2.5 MB/s", "125.0 of 400.0 MB (31 %), 2.5 MB/s");
  }

  @Test
  void logsWithoutATotal() {
    ProgressMeter meter = new ProgressLogMeter(nanoTime::get);
    meter.start(0, OptionalLong.empty());
    nanoTime.addAndGet(Duration.ofSeconds(10).toNanos());
    meter.advance(5_000_000);

    assertThat(lines()).containsExactly("Downloading 0.0 MB", "5.0 MB, 0.5 MB/s");
  }

  @Test
  void aBarLooksAsThatOfARun() {
    ProgressBarMeter meter = bar(120);
    meter.start(100_000_000, OptionalLong.of(400_000_000));
    nanoTime.addAndGet(Duration.ofSeconds(4).toNanos());
    meter.advance(300_000_000);

    assertThat(meter.line().times().text()).isEqualTo("4 s gone, 2 s left");
    meter.stop();
    assertThat(FakeScreen.rows(terminal.toString()))
        .singleElement()
        .asString()
        .startsWith("Downloading  75% [====")
        .contains("300/400 MB   50.0 MB/s")
        .endsWith("4 s gone");
    assertThat(terminal.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void aBarWithoutATotalCounts() {
    ProgressBarMeter meter = bar(80);
    meter.start(0, OptionalLong.empty());
    nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
    meter.advance(5_000_000);
    meter.stop();

    assertThat(FakeScreen.rows(terminal.toString()))
        .containsExactly("Downloading      5 MB    2.5 MB/s  2 s gone");
  }

  private ProgressBarMeter bar(int columns) {
    return new ProgressBarMeter(
        new BarDisplay(
            new PrintWriter(terminal), new FakeScreen(columns), new BarStyle(false, false)),
        nanoTime::get);
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
