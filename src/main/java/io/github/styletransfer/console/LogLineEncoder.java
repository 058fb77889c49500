package io.github.styletransfer.console;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Lines such as {@code 2026-11-26 07:10:09.123 style-transfer INFO: Content lake.jpg}, with the
 * stack trace of what was thrown. Logback's own encoder first compiles a pattern, which takes a
 * tenth of a second at each start.
 */
final class LogLineEncoder extends EncoderBase<ILoggingEvent> {
  private static final int YEAR_DIGITS = 4;
  private static final int MILLIS_DIGITS = 3;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final ZoneId zone = ZoneId.systemDefault();

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    append(line, LocalDateTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), zone));
    line.append(" style-transfer ")
        .append(event.getLevel())
        .append(": ")
        .append(event.getFormattedMessage())
        .append(System.lineSeparator());
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.append(ThrowableProxyUtil.asString(thrown));
    }
    return line.toString().getBytes(Charset.defaultCharset());
  }

  private static void append(StringBuilder line, LocalDateTime time) {
    append(line, "", time.getYear(), YEAR_DIGITS);
    append(line, "-", time.getMonthValue(), 2);
    append(line, "-", time.getDayOfMonth(), 2);
    append(line, " ", time.getHour(), 2);
    append(line, ":", time.getMinute(), 2);
    append(line, ":", time.getSecond(), 2);
    append(line, ".", time.getNano() / NANOS_PER_MILLI, MILLIS_DIGITS);
  }

  private static void append(StringBuilder line, String before, int number, int digits) {
    String text = Integer.toString(number);
    line.append(before).append("0".repeat(Math.max(0, digits - text.length()))).append(text);
  }
}
