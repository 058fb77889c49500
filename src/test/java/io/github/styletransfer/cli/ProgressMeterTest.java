package io.github.styletransfer.cli;

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
            "Going on after 100.0 of 400.0 MB (25 %)",
            "112.5 of 400.0 MB (28 %), 2.5 MB/s", "125.0 of 400.0 MB (31 %), 2.5 MB/s");
  }

  @Test
  void logsWithoutATotal() {
    ProgressMeter meter = new ProgressLogMeter(nanoTime::get);
    meter.start(0, OptionalLong.empty());
    nanoTime.addAndGet(Duration.ofSeconds(10).toNanos());
    meter.advance(5_000_000);

    assertThat(lines()).containsExactly("Loading 0.0 MB", "5.0 MB, 0.5 MB/s");
  }

  @Test
  void drawsABarOverItself() {
    StringWriter terminal = new StringWriter();
    ProgressMeter meter = new ProgressBarMeter(new PrintWriter(terminal));
    meter.start(100_000_000, OptionalLong.of(400_000_000));
    meter.advance(300_000_000);
    meter.stop();

    String text = terminal.toString();
    assertThat(text).startsWith("\rLoading").endsWith(System.lineSeparator());
    assertThat(text).contains("75%").contains("300/400 MB");
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
