package io.github.styletransfer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the program logs within this process, from now until this is closed. */
final class LogLines implements AutoCloseable {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.github.styletransfer");

  private record Line(Level level, String text) {}

  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(new Line(event.getLevel(), event.getFormattedMessage()));
        }
      };

  LogLines() {
    appender.setContext(LOGGER.getLoggerContext());
    appender.start();
    LOGGER.addAppender(appender);
  }

  List<String> warnings() {
    return lines.stream().filter(line -> line.level() == Level.WARN).map(Line::text).toList();
  }

  List<String> all() {
    return lines.stream().map(Line::text).toList();
  }

  @Override
  public void close() {
    LOGGER.detachAppender(appender);
    appender.stop();
  }
}
