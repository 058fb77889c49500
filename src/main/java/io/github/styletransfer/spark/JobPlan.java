package io.github.styletransfer.spark;

import io.github.styletransfer.batch.JobKey;
import io.github.styletransfer.cli.BatchLine;
import io.github.styletransfer.cli.BatchRow;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.JobMethod;
import io.github.styletransfer.job.MaskFiles;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.PaintingName;
import io.github.styletransfer.job.PatchMethod;
import io.github.styletransfer.job.RetouchChoice;
import io.github.styletransfer.job.StartOption;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;

/**
 * Makes jobs for executors of a batch's rows. Options are checked here as the plain command checks
 * them, once for all photos that have the same; so are the paintings. What the plain command would
 * choose by what there is on its machine is chosen here, so that all executors do the same.
 */
final class JobPlan {
  private static final Set<String> STARTS =
      Set.of(StartOption.NOISE, StartOption.CONTENT, StartOption.STYLE);
  private static final Set<String> FILES =
      Set.of(
          StartOption.INIT,
          RetouchChoice.WHERE,
          MaskFiles.CONTENT_MASK,
          MaskFiles.STYLE_MASK,
          NetworkChoice.NETWORK);

  private final BatchLine line;
  private final HadoopFiles files;
  private final ClusterLedger ledger;
  private final Path folder;
  private final Consumer<String> give;
  private final Map<List<Object>, Checked> checked = new HashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final Set<InputFile> paintings = new HashSet<>();

  /**
   * What rows with the same options and paintings have in common.
   *
   * @param arguments without the photo
   * @param options that decide the result, by their names, without the photo
   * @param inputs what is read beside the photo
   */
  private record Checked(
      List<JobArgument> arguments, Map<String, String> options, List<JobKey.Input> inputs) {}

  /**
   * Plans nothing yet.
   *
   * @param folder an empty one on this machine
   * @param give gives a file to all executors
   */
  JobPlan(
      BatchLine line, HadoopFiles files, ClusterLedger ledger, Path folder, Consumer<String> give) {
    this.line = line;
    this.files = files;
    this.ledger = ledger;
    this.folder = folder;
    this.give = give;
  }

  /**
   * The jobs, in the order of their rows.
   *
   * @throws IOException if a painting can't be used, or a file system can't be reached
   * @throws UserException if an option is wrong, or a file isn't there
   */
  List<ClusterJob> jobs() throws IOException, UserException {
    List<ClusterJob> jobs = new ArrayList<>();
    for (BatchRow row : line.rows(files)) {
      jobs.add(job(row));
    }
    return jobs;
  }

  private ClusterJob job(BatchRow row) throws IOException, UserException {
    Checked common = checked(row);
    List<JobArgument> arguments = new ArrayList<>(common.arguments());
    arguments.add(JobArgument.input(TransferJob.CONTENT, row.content(), ""));
    Map<String, String> options = new LinkedHashMap<>(common.options());
    options.put(TransferJob.CONTENT, row.content());
    List<JobKey.Input> inputs = new ArrayList<>(common.inputs());
    inputs.add(version(TransferJob.CONTENT, files.status(row.content())));
    String output = files.resolve("", row.output());
    String key = JobKey.of(options, inputs);
    return ClusterJob.of(
        row.content(),
        options.getOrDefault(TransferJob.STYLE, ""),
        output,
        ledger.entry(output, key),
        key,
        arguments);
  }

  private static JobKey.Input version(String option, FileStatus file) {
    return new JobKey.Input(option, file.getLen(), file.getModificationTime());
  }

  private Checked checked(BatchRow row) throws IOException, UserException {
    Map<String, List<String>> options = line.options(row);
    String ending = row.output().substring(row.output().lastIndexOf('/') + 1);
    ending = ending.substring(Math.max(0, ending.lastIndexOf('.')));
    List<Object> key = List.of(options, row.paintings(), ending);
    Checked before = checked.get(key);
    if (before != null) {
      return before;
    }
    try {
      Checked now = check(row, options, ending);
      checked.put(key, now);
      return now;
    } catch (UserException e) {
      throw row.place().isEmpty()
          ? e
          : new UserException(e.exitCode(), row.place() + ": " + e.getMessage(), e);
    }
  }

  private Checked check(BatchRow row, Map<String, List<String>> options, String ending)
      throws IOException, UserException {
    List<JobArgument> arguments = new ArrayList<>();
    for (PaintingName painting : row.paintings()) {
      String weight = new PaintingFile(InputFile.of(folder), painting.weight()).weightText();
      arguments.add(
          JobArgument.input(
              TransferJob.STYLE, painting.name(), painting.weight() == 1 ? "" : ":" + weight));
    }
    options.forEach(
        (option, values) -> {
          for (String value : values) {
            arguments.addAll(arguments(option, value));
          }
        });
    TransferJob job = job(row.content(), arguments, ending);
    for (PaintingFile painting : job.paintings()) {
      if (paintings.add(painting.file())) {
        painting.file().read(new ImageReader(job.maxPixels()));
      }
    }
    decide(arguments, job.method());
    Map<String, String> deciding = new LinkedHashMap<>(job.options());
    List<JobKey.Input> inputs = new ArrayList<>();
    for (String option : job.inputs().keySet()) {
      String prefix = "--" + option + "=";
      List<JobArgument> named =
          arguments.stream()
              .filter(argument -> argument.text().equals(prefix) && !argument.file().isEmpty())
              .toList();
      deciding.put(
          option,
          named.stream()
              .map(argument -> argument.file() + argument.rest())
              .collect(Collectors.joining(",")));
      for (JobArgument argument : named) {
        if (argument.kind() == JobArgument.Kind.INPUT) {
          inputs.add(version(option, files.status(argument.file())));
        }
      }
    }
    inputs.addAll(networks(job));
    return new Checked(arguments, deciding, inputs);
  }

  private static List<JobKey.Input> networks(TransferJob job) throws IOException {
    List<JobKey.Input> inputs = new ArrayList<>();
    InputFile network = job.method().inputs().get(NetworkChoice.NETWORK);
    if (network != null) {
      inputs.add(
          new JobKey.Input(
              NetworkChoice.NETWORK,
              Files.size(network.file()),
              Files.getLastModifiedTime(network.file()).toMillis()));
    }
    return inputs;
  }

  /** An option as the plain command gets it, with the files of it told apart from words. */
  private List<JobArgument> arguments(String option, String value) {
    boolean word =
        !FILES.contains(option)
            || (option.equals(StartOption.INIT) && STARTS.contains(value))
            || (option.equals(NetworkChoice.NETWORK) && !isRemote(value));
    if (word) {
      return List.of(JobArgument.text("--" + option + "=" + value));
    }
    if (option.equals(MaskFiles.STYLE_MASK)) {
      return Arrays.stream(value.split(",", -1))
          .map(String::strip)
          .map(
              mask ->
                  mask.equals(MaskFiles.NONE)
                      ? JobArgument.text("--" + option + "=" + mask)
                      : JobArgument.input(option, files.resolve("", mask), ""))
          .toList();
    }
    return List.of(JobArgument.input(option, files.resolve("", value), ""));
  }

  private static boolean isRemote(String name) {
    return new org.apache.hadoop.fs.Path(name).toUri().getScheme() != null;
  }

  /** The job as the plain command would make it, here. */
  private TransferJob job(String content, List<JobArgument> arguments, String ending)
      throws IOException, UserException {
    List<String> local = new ArrayList<>();
    for (JobArgument argument : arguments) {
      local.add(
          argument.text()
              + (argument.kind() == JobArgument.Kind.INPUT
                  ? here(argument.text(), argument.file())
                  : argument.file())
              + argument.rest());
    }
    local.add("--content=" + here("--content=", content));
    local.add("--output=" + folder.resolve("result" + ending));
    local.add("--log-dir=" + folder.resolve("logs"));
    try {
      return BatchLine.job(Path.of(""), local);
    } catch (RuntimeException e) {
      // Picocli's own exceptions have no type here.
      throw new UserException(BatchLine.fault(e).code(), BatchLine.fault(e).message(), e);
    }
  }

  private Path here(String option, String file) throws UserException {
    try {
      return files.local(file);
    } catch (IOException e) {
      throw new UserException(
          option.equals("--network=") ? ExitCode.NETWORK : ExitCode.IMAGE,
          "%s%s can't be read (%s).".formatted(option, file, FileFaults.inWords(e)),
          e);
    }
  }

  /** Names the method, and the network that all executors use. */
  private void decide(List<JobArgument> arguments, JobMethod method) throws UserException {
    String network = "--" + NetworkChoice.NETWORK + "=";
    if (method instanceof PatchMethod) {
      arguments.add(JobArgument.text("--" + JobMethod.METHOD + "=" + PatchMethod.NAME));
    } else if (method instanceof NetworkMethod some) {
      String source =
          arguments.stream()
              .filter(argument -> argument.text().equals(network))
              .map(JobArgument::file)
              .findFirst()
              .orElse("");
      arguments.removeIf(argument -> argument.text().startsWith(network));
      NetworkChoice choice = some.network();
      if (choice.file().isEmpty()) {
        arguments.add(JobArgument.text(network + choice.kind().title()));
      } else {
        Path file = choice.file().get();
        String name = give(source.isEmpty() ? file.toAbsolutePath().toString() : source, file);
        arguments.add(new JobArgument(network, JobArgument.Kind.GIVEN, name, ""));
      }
    }
  }

  /** Lets each executor have a file, and says by which name. */
  private String give(String source, Path here) throws UserException {
    String name = String.valueOf(here.getFileName());
    if (!Files.isRegularFile(here)) {
      throw new UserException(ExitCode.NETWORK, "The network file " + source + " does not exist.");
    }
    String before = given.putIfAbsent(name, source);
    if (before == null) {
      give.accept(source);
    } else if (!before.equals(source)) {
      throw new UserException(
          ExitCode.USAGE,
          "Two network files have the same name: %s and %s. Rename one.".formatted(before, source));
    }
    return name;
  }
}
