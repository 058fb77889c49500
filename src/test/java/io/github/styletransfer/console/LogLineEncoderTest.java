package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogLineEncoderTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(LogLineEncoderTest.class);

  @Test
  void putsTimeAndLevelBeforeTheMessage() {
    assertThat(line(null))
        .isEqualTo(
            "2026-01-02 03:04:05.006 style-transfer WARN: 2 images" + System.lineSeparator());
  }

  @Test
  void addsTheStackTrace() {
    assertThat(line(new IllegalStateException("why", new IllegalArgumentException("because"))))
        .startsWith(
            "2026-01-02 03:04:05.006 style-transfer WARN: 2 images" + System.lineSeparator())
        .contains(
            "java.lang.IllegalStateException: why",
            "\tat " + LogLineEncoderTest.class.getName(),
            "Caused by: java.lang.IllegalArgumentException: because");
  }

  private String line(@Nullable Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent("", logger, Level.WARN, "{} images", thrown, new Object[] {2});
    event.setInstant(
        LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_789_000)
            .atZone(ZoneId.systemDefault())
            .toInstant());
    return new String(new LogLineEncoder().encode(event), Charset.defaultCharset());
  }
}
