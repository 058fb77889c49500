package io.github.styletransfer.cli;

import io.github.styletransfer.job.ExitCode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what ended a run into one message on standard error and an exit code. */
final class Messages
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  @Override
  public int handleParseException(CommandLine.ParameterException exception, String[] args) {
    CommandLine commandLine = exception.getCommandLine();
    Optional<String> name = NameEncoding.ofProcess().fault(exception);
    print(commandLine, name.orElseGet(() -> ArgumentFaults.describe(exception, args)));
    if (name.isEmpty()) {
      commandLine.getErr().println(seeHelp(name(commandLine)));
    }
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parseResult) {
    return end(exception, commandLine);
  }

  /** Where to read on about a command. */
  static String seeHelp(String command) {
    return "Run '" + command + " --help' for help.";
  }

  /** Says what has ended the program, wherever it was thrown. */
  static int end(Throwable thrown, CommandLine commandLine) {
    LOG.debug("The run ended early", thrown);
    Failure failure = Failure.of(thrown);
    print(commandLine, failure.message());
    return failure.exitCode().code();
  }

  private static void print(CommandLine commandLine, String message) {
    commandLine.getErr().println(name(commandLine) + ": " + message);
  }

  private static String name(CommandLine commandLine) {
    return commandLine.getCommandSpec().qualifiedName();
  }
}
