package io.github.styletransfer.cli;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.network.NetworkFileException;
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
    print(commandLine, ArgumentFaults.describe(exception, args));
    commandLine.getErr().println("Run '" + name(commandLine) + " --help' for all options.");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parseResult) {
    LOG.debug("The run ended early", exception);
    ExitCode exitCode = exitCode(exception);
    if (exitCode == ExitCode.FAILURE) {
      print(commandLine, "unexpected failure: " + exception + " (-v shows the stack trace)");
    } else {
      print(commandLine, String.valueOf(exception.getMessage()));
    }
    return exitCode.code();
  }

  private static ExitCode exitCode(Exception exception) {
    if (exception instanceof UserException user) {
      return user.exitCode();
    }
    if (exception instanceof ImageFileException) {
      return ExitCode.IMAGE;
    }
    if (exception instanceof NetworkFileException) {
      return ExitCode.NETWORK;
    }
    return ExitCode.FAILURE;
  }

  private static void print(CommandLine commandLine, String message) {
    commandLine.getErr().println(name(commandLine) + ": " + message);
  }

  private static String name(CommandLine commandLine) {
    return commandLine.getCommandSpec().qualifiedName();
  }
}
