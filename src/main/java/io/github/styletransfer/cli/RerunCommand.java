package io.github.styletransfer.cli;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.SizeChoice;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.RunManifest;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifestFile;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats a run. */
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Repeats a run exactly, from the run.json in its log folder.",
    footer = {
      "The result is compared with the recorded one: on the same machine, with the same version of"
          + " the program, it is the same byte for byte. If an input has changed since, the program"
          + " names it and does nothing."
    })
final class RerunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RerunCommand.class);
  private static final String SUFFIX = "-rerun";
  private static final String RESUME = "--resume";

  private final Path workingDirectory;
  private final ToIntFunction<String[]> program;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The log folder of a run, the run.json in it, or the picture it has made.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The result (default: NAME-rerun beside the recorded one).")
  private @Nullable Path output;

  @Option(
      names = "--log-dir",
      paramLabel = "DIR",
      description =
          "Folder for the run's records (default: the recorded run's, with -rerun added).")
  private @Nullable Path logDirectory;

  @Option(names = RESUME, description = "Continue a stopped repetition from its saved state.")
  private boolean resume;

  /**
   * Makes the command.
   *
   * @param program runs the main command with arguments and returns its exit code
   */
  RerunCommand(Path workingDirectory, ToIntFunction<String[]> program) {
    this.workingDirectory = workingDirectory;
    this.program = program;
  }

  @Override
  public Integer call() throws UserException {
    RunManifest recorded = read();
    requireInputs(recorded);
    Map<String, String> options = new LinkedHashMap<>(recorded.options());
    Path result = output(options);
    options.putIfAbsent(SizeChoice.SIZE, SizeChoice.FULL);
    options.put(TransferJob.OUTPUT, result.toString());
    options.put(TransferJob.LOG_DIRECTORY, logDirectory(options).toString());
    List<String> arguments = new ArrayList<>();
    options.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions().stream()
        .map(option -> option.longestName())
        .filter(name -> name.equals(LogOptions.VERBOSE) || name.equals(LogOptions.QUIET))
        .forEach(arguments::add);
    if (resume) {
      arguments.add(RESUME);
    }
    int exitCode = program.applyAsInt(arguments.toArray(String[]::new));
    return exitCode == ExitCode.SUCCESS.code() ? compared(recorded, result) : exitCode;
  }

  private RunManifest read() throws UserException {
    Path given = workingDirectory.resolve(file);
    boolean folder = Files.isDirectory(given);
    Path path =
        PictureRecords.isPicture(given)
            ? new PictureRecords(workingDirectory).find(given)
            : folder ? given.resolve(OutputFiles.MANIFEST) : given;
    try {
      return RunManifestFile.read(path);
    } catch (NoSuchFileException e) {
      throw new UserException(
          ExitCode.USAGE,
          (folder ? given + " has no run.json in it" : path + " does not exist")
              + ". Give the log folder of a run, or the run.json in it.",
          e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.USAGE,
          path
              + " can't be used ("
              + FileFaults.inWords(e)
              + "). Give the log folder of a run, or the run.json in it.",
          e);
    }
  }

  private static void requireInputs(RunManifest recorded) throws UserException {
    requireRepeatable(recorded);
    List<String> changed = new ArrayList<>();
    boolean image = false;
    for (Map.Entry<String, HashedFile> input : recorded.inputs().entrySet()) {
      Path path = input.getValue().file();
      try {
        if (FileDigests.sha256(path).equals(input.getValue().sha256())) {
          continue;
        }
        changed.add("the " + input.getKey() + " " + path + " has changed since it was recorded");
      } catch (IOException e) {
        changed.add("the " + input.getKey() + " " + path + " can't be read");
      }
      image |= !input.getKey().startsWith(NetworkChoice.NETWORK);
    }
    if (!changed.isEmpty()) {
      throw new UserException(
          image ? ExitCode.IMAGE : ExitCode.NETWORK,
          "The run can't be repeated: " + String.join(", ", changed) + ".");
    }
  }

  private static void requireRepeatable(RunManifest recorded) throws UserException {
    List<String> gone =
        recorded.inputs().entrySet().stream()
            .filter(input -> InputFile.isReadOnce(input.getValue().file()))
            .map(
                input ->
                    "the "
                        + input.getKey()
                        + " came from "
                        + InputFile.describe(input.getValue().file()))
            .toList();
    if (!gone.isEmpty()) {
      throw new UserException(
          ExitCode.IMAGE,
          "The run can't be repeated: "
              + String.join(", ", gone)
              + ", and is gone. Start a new run with that image, or with a copy of it in a file.");
    }
  }

  private Path output(Map<String, String> options) throws UserException {
    if (output != null) {
      return workingDirectory.resolve(output);
    }
    return rerun(Path.of(required(options, TransferJob.OUTPUT)));
  }

  private Path logDirectory(Map<String, String> options) throws UserException {
    if (logDirectory != null) {
      return workingDirectory.resolve(logDirectory);
    }
    return rerun(Path.of(required(options, TransferJob.LOG_DIRECTORY)));
  }

  /** The name that a file or folder of the recorded run has in its repetition. */
  private static Path rerun(Path recorded) {
    String name = String.valueOf(recorded.getFileName());
    int dot = name.lastIndexOf('.');
    return recorded.resolveSibling(
        dot < 0 ? name + SUFFIX : name.substring(0, dot) + SUFFIX + name.substring(dot));
  }

  private String required(Map<String, String> options, String name) throws UserException {
    String value = options.get(name);
    if (value == null) {
      throw new UserException(
          ExitCode.USAGE, file + " can't be used (it has no option " + name + ").");
    }
    return value;
  }

  private static int compared(RunManifest recorded, Path result) throws UserException {
    if (recorded.result().isEmpty()) {
      LOG.info("The recorded run has no result to compare with");
      return ExitCode.SUCCESS.code();
    }
    try {
      if (FileDigests.sha256(result).equals(recorded.result().get().sha256())) {
        LOG.info("The result matches the recorded one byte for byte");
        return ExitCode.SUCCESS.code();
      }
    } catch (IOException e) {
      throw new UserException(
          ExitCode.DIFFERENT,
          "The result " + result + " can't be read (" + FileFaults.inWords(e) + ").",
          e);
    }
    throw new UserException(
        ExitCode.DIFFERENT,
        "The result "
            + result
            + " differs from the recorded one, which was made with "
            + recorded.environment()
            + ".");
  }
}
