package io.github.styletransfer.cli;

import io.github.styletransfer.batch.JobFault;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A command line of the command {@code batch}, for who does its jobs elsewhere. */
public final class BatchLine {
  private static final Set<String> OF_THE_ROW =
      Set.of(TransferJob.CONTENT, TransferJob.STYLE, TransferJob.OUTPUT);

  private final ParseResult parsed;
  private final BatchOptions options;
  private final CommandLine plain;
  private final List<String> common;

  private BatchLine(ParseResult parsed, BatchOptions options, CommandLine plain) {
    this.parsed = parsed;
    this.options = options;
    this.plain = plain;
    this.common = PlainJobs.common(parsed);
  }

  /**
   * Reads a command line.
   *
   * @throws ParameterException if an option or value is wrong
   * @throws UserException if it is another command's
   */
  public static BatchLine of(String... args) throws UserException {
    CommandLineRunner runner = CommandLineRunner.inProcess(Path.of(""));
    ParseResult main = runner.commandLine().parseArgs(ArgumentFiles.expand(Path.of(""), args));
    if (!main.hasSubcommand()
        || !(main.subcommand().commandSpec().userObject() instanceof BatchCommand command)) {
      throw new UserException(
          ExitCode.USAGE, "On a cluster there is one command: write batch before all options.");
    }
    ParseResult parsed = main.subcommand();
    return new BatchLine(
        parsed, command.options(), runner.ofBatch(PlainJobs.common(parsed).toArray(String[]::new)));
  }

  /** Prints the help if it is asked for, and says whether it was. */
  public boolean printsHelp() {
    return CommandLine.printHelpIfRequested(parsed);
  }

  /** Prints the paths of results. */
  public void print(List<String> results) {
    results.forEach(parsed.commandSpec().commandLine().getOut()::println);
  }

  /** Says on standard error what has ended the program, and returns its exit code. */
  public static int end(Throwable thrown) {
    CommandLine commandLine = CommandLineRunner.inProcess(Path.of("")).commandLine();
    return thrown instanceof ParameterException wrong
        ? new Messages().handleParseException(wrong, new String[0])
        : Messages.end(thrown, commandLine);
  }

  /** The folder of the results, as written. */
  public String output() {
    return options.output;
  }

  /** Whether the first photo that fails ends the batch. */
  public boolean failFast() {
    return options.failFast;
  }

  /** Whether photos are painted that are done. */
  public boolean again() {
    return options.again;
  }

  /** Whether an option is on the command line, by its long name with dashes. */
  public boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /**
   * The rows of the batch.
   *
   * @throws UserException if something that is named isn't there, or two results have one name
   */
  public List<BatchRow> rows(NamedFiles files) throws UserException {
    return new BatchRows(files, options).all(PlainJobs.optionNames(plain));
  }

  /**
   * The plain command's options for a row, but not those for photo, paintings and result: what the
   * command line, the row and configuration files say, and a batch's defaults. Names are without
   * dashes.
   *
   * @throws UserException if a value is wrong
   */
  public Map<String, List<String>> options(BatchRow row) throws UserException {
    List<String> arguments = new ArrayList<>(common);
    row.options().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.addAll(List.of("--content=c", "--style=s", "--output=o.png"));
    try {
      plain.parseArgs(arguments.toArray(String[]::new));
      ValueRanges.check(plain);
    } catch (ParameterException e) {
      throw new UserException(
          ExitCode.USAGE,
          (row.place().isEmpty() ? "" : row.place() + ": ")
              + ArgumentFaults.describe(e, arguments.toArray(String[]::new)),
          e);
    }
    Map<String, List<String>> inForce = new LinkedHashMap<>();
    for (OptionSpec option : plain.getCommandSpec().options()) {
      String name = option.longestName().replaceFirst("^--", "");
      boolean elsewhere = OF_THE_ROW.contains(name) || PlainOptions.isOfAllJobs(name);
      List<String> values = elsewhere ? List.of() : values(option);
      if (!values.isEmpty()) {
        inForce.put(name, values);
      }
    }
    return inForce;
  }

  private List<String> values(OptionSpec option) throws UserException {
    if (!plain.getParseResult().hasMatchedOption(option)) {
      return otherwise(option);
    }
    List<String> written = option.originalStringValues();
    if (written.isEmpty() || option.typeInfo().isBoolean()) {
      return List.of(String.valueOf(option.<Object>getValue()));
    }
    return option.isMultiValue() ? written : written.subList(written.size() - 1, written.size());
  }

  private List<String> otherwise(OptionSpec option) throws UserException {
    try {
      String value = plain.getDefaultValueProvider().defaultValue(option);
      return value == null ? List.of() : List.of(value);
    } catch (Exception e) {
      throw new UserException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Makes a job of the plain command's arguments alone, whatever configuration files there are.
   *
   * @param workingDirectory what relative paths are relative to
   * @throws ParameterException if an argument is wrong
   * @throws IOException if an input can't be read
   * @throws UserException if a file isn't there
   */
  public static TransferJob job(Path workingDirectory, List<String> arguments)
      throws IOException, UserException {
    CommandLine plain = CommandLineRunner.inProcess(workingDirectory).plainCommandLine();
    plain.parseArgs(arguments.toArray(String[]::new));
    ValueRanges.check(plain);
    StyleTransferCommand command = plain.getCommand();
    return command.job();
  }

  /** What to say of a job for which something was thrown. */
  public static JobFault fault(Throwable thrown) {
    if (thrown instanceof ParameterException wrong) {
      return new JobFault(ExitCode.USAGE, ArgumentFaults.describe(wrong));
    }
    Failure failure = Failure.of(thrown);
    return new JobFault(failure.exitCode(), failure.message());
  }
}
