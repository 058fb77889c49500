package io.github.styletransfer.cli;

import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.transfer.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The files a run writes.
 *
 * @param result the final image
 * @param logDirectory folder of the run's records
 */
record OutputFiles(Path result, Path logDirectory) {
  private static final String OUTPUT_FOLDER = "output";
  private static final String LOG_FOLDER = "logs";

  static OutputFiles of(Path workingDirectory, String output, @Nullable Path logDirectory)
      throws UserException {
    Path given = Path.of(output);
    if (!ImageWriter.isSupported(given)) {
      throw new UserException(
          ExitCode.USAGE,
          "The result "
              + output
              + " needs one of the endings "
              + String.join(", ", ImageWriter.supportedEndings())
              + ".");
    }
    Path result =
        workingDirectory.resolve(
            given.getParent() == null ? Path.of(OUTPUT_FOLDER).resolve(given) : given);
    Path logs =
        workingDirectory.resolve(
            logDirectory == null ? Path.of(LOG_FOLDER, baseName(given)) : logDirectory);
    return new OutputFiles(result, logs);
  }

  /** The checkpoint after a 0-based iteration: {@code o_<iteration>.jpg} beside {@code o.jpg}. */
  Path checkpoint(int iteration) {
    return result.resolveSibling(baseName(result) + "_" + iteration + ending(result));
  }

  Path losses() {
    return logDirectory.resolve("losses.csv");
  }

  Path manifest() {
    return logDirectory.resolve("run.json");
  }

  Path state() {
    return logDirectory.resolve("state.bin");
  }

  /** Refuses to replace an input, or, unless allowed, any file that exists. */
  void checkTargets(Iterable<Path> inputs, Checkpoints checkpoints, boolean overwrite)
      throws UserException {
    checkTarget(result, inputs, overwrite);
    for (int iteration :
        IntStream.range(0, checkpoints.iterations()).filter(checkpoints::isDueAfter).toArray()) {
      checkTarget(checkpoint(iteration), inputs, overwrite);
    }
  }

  private static void checkTarget(Path file, Iterable<Path> inputs, boolean overwrite)
      throws UserException {
    if (!Files.exists(file)) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new UserException(
          ExitCode.OUTPUT, file + " is a folder: choose another --output name.");
    }
    for (Path input : inputs) {
      if (isSame(input, file)) {
        throw new UserException(
            ExitCode.OUTPUT,
            "The run would replace its own input " + file + ": choose another --output name.");
      }
    }
    if (!overwrite) {
      throw new UserException(
          ExitCode.OUTPUT,
          file + " exists already: choose another --output name, or pass --overwrite.");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Creates the folders and makes sure that files can be written to them. */
  void prepareFolders() throws UserException {
    Path folder = result.toAbsolutePath().getParent();
    prepareFolder(folder == null ? result.toAbsolutePath() : folder, "--output");
    prepareFolder(logDirectory, "--log-dir");
  }

  private static void prepareFolder(Path folder, String option) throws UserException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The folder "
              + folder
              + " can't be written to ("
              + e
              + "): choose another with "
              + option
              + ".",
          e);
    }
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.'));
  }
}
