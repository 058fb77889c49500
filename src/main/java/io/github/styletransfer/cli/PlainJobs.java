package io.github.styletransfer.cli;

import io.github.styletransfer.console.ProgressKind;
import io.github.styletransfer.console.Verbosity;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Makes the jobs of a batch, by the plain command's own options. */
final class PlainJobs {
  private static final Logger LOG = LoggerFactory.getLogger(Verbosity.BATCH_LOGGER);

  private final CommandLine plain;
  private final List<String> common;
  private final Path logDirectory;
  private final Path output;

  /** Makes the plain command. */
  @FunctionalInterface
  interface Source {
    /** A command line whose configuration files go with arguments. */
    CommandLine commandLine(String... args);
  }

  /**
   * Takes the options that all jobs have.
   *
   * @param batch the batch's command line
   * @param logDirectory the folder of the batch's records
   */
  PlainJobs(Source source, ParseResult batch, Path logDirectory) {
    this.common = common(batch);
    this.plain = source.commandLine(common.toArray(String[]::new));
    this.logDirectory = logDirectory;
    this.output =
        Path.of(
            Objects.requireNonNull((String) batch.commandSpec().findOption("--output").getValue()));
  }

  /** The options on a batch's command line that each of its jobs has. */
  static List<String> common(ParseResult batch) {
    List<String> common = new ArrayList<>();
    for (OptionSpec option : batch.matchedOptions()) {
      if (PlainOptions.isPlain(option)) {
        List<String> values = option.originalStringValues();
        if (values.isEmpty()) {
          common.add(option.longestName());
        }
        values.forEach(value -> common.add(option.longestName() + "=" + value));
      }
    }
    return common;
  }

  /** The long names of the options that a job can have, without dashes. */
  List<String> optionNames() {
    return optionNames(plain);
  }

  static List<String> optionNames(CommandLine plain) {
    return plain.getCommandSpec().options().stream()
        .map(option -> option.longestName().replaceFirst("^--", ""))
        .toList();
  }

  /**
   * The jobs, in the order of the rows.
   *
   * @throws ParameterException if an option's value is wrong
   * @throws UserException if a file isn't there
   */
  List<TransferJob> of(List<BatchRow> rows) throws IOException, UserException {
    List<TransferJob> jobs = new ArrayList<>();
    for (BatchRow row : rows) {
      jobs.add(row.place().isEmpty() ? job(row) : placed(row));
      if (jobs.size() == 1) {
        IdleOptions.warning(
                plain.getParseResult(), jobs.get(0), Runtime.getRuntime().availableProcessors())
            .ifPresent(LOG::warn);
      }
    }
    return jobs;
  }

  private TransferJob placed(BatchRow row) throws IOException, UserException {
    try {
      return job(row);
    } catch (ParameterException e) {
      throw new ParameterException(
          e.getCommandLine(), row.place() + ": " + ArgumentFaults.describe(e, new String[0]), e);
    } catch (UserException e) {
      throw new UserException(e.exitCode(), row.place() + ": " + e.getMessage(), e);
    }
  }

  private TransferJob job(BatchRow row) throws IOException, UserException {
    List<String> arguments = new ArrayList<>(common);
    row.options().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--content=" + row.content());
    arguments.add("--style=" + row.style());
    arguments.add("--output=" + row.output());
    arguments.add("--log-dir=" + logDirectory.resolve(relative(Path.of(row.output()))));
    plain.parseArgs(arguments.toArray(String[]::new));
    ValueRanges.check(plain);
    return command().job();
  }

  /** A result's path below the folder of all results, or its name if it is elsewhere. */
  private Path relative(Path result) {
    Path file = result.normalize();
    Path folder = output.normalize();
    return file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
  }

  /** How often a job's state is saved. */
  Duration saveStateEvery() {
    return command().runOptions().saveStateEvery;
  }

  /** How the batch's progress is shown. */
  ProgressKind progress() {
    return command().runOptions().progress;
  }

  private StyleTransferCommand command() {
    return plain.getCommand();
  }
}
