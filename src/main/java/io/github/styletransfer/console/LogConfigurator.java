package io.github.styletransfer.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log: lines on standard error, from this program's own classes. Java does this, as
 * reading a logback.xml takes a quarter of a second at each start; a file named by the system
 * property logback.configurationFile still counts.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  private static final String FILE_PROPERTY = "logback.configurationFile";
  private static final String APPENDER = "standard error";
  private static final String PROGRAM = "io.github.styletransfer";

  /** For Logback, which finds the class by its service file. */
  public LogConfigurator() {}

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (System.getProperty(FILE_PROPERTY) != null) {
      DefaultJoranConfigurator file = new DefaultJoranConfigurator();
      file.setContext(logs);
      return file.configure(logs);
    }
    LogLineEncoder encoder = new LogLineEncoder();
    encoder.setContext(logs);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(logs);
    appender.setName(APPENDER);
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    logs.getLogger(PROGRAM).setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Sends log lines elsewhere, unless a person has configured the log. */
  static void writeTo(OutputStream out) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs
        && logs.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
            instanceof ConsoleAppender<ILoggingEvent> appender) {
      appender.setOutputStream(out);
    }
  }

  /** Sends log lines where they went at first. */
  static void writeToStandardError() {
    writeTo(ConsoleTarget.SystemErr.getStream());
  }
}
