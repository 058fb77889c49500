package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of the program, or of one of its commands. */
@Command(
    name = HelpCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Shows the help of a command.")
final class HelpCommand implements Callable<Integer> {
  static final String NAME = "help";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The command (default: the program itself).")
  private @Nullable String command;

  @Override
  public Integer call() {
    CommandLine main = Objects.requireNonNull(spec).commandLine().getParent();
    Map<String, CommandLine> commands = main.getSubcommands();
    CommandLine asked = command == null ? main : commands.get(command);
    if (asked == null) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no command '"
              + command
              + "'"
              + Closest.to(String.valueOf(command), commands.keySet())
                  .map(name -> ": did you mean " + name + "?")
                  .orElse("."));
    }
    asked.usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }
}
