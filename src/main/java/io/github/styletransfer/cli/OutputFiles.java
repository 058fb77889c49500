package io.github.styletransfer.cli;

import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.transfer.Checkpoints;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    for (int iteration : iterationsOfFiles(checkpoints.iterations())) {
      if (checkpoints.isDueAfter(iteration)) {
        checkTarget(checkpoint(iteration), inputs, overwrite);
      }
    }
  }

  /** The iterations by which files are named already, in a run that may have billions of them. */
  private SortedSet<Integer> iterationsOfFiles(int iterations) throws UserException {
    Pattern name =
        Pattern.compile(
            Pattern.quote(baseName(result)) + "_(\\d{1,10})" + Pattern.quote(ending(result)),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    SortedSet<Integer> found = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(result))) {
      for (Path file : files) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches() && Long.parseLong(matcher.group(1)) < iterations) {
          found.add(Integer.valueOf(matcher.group(1)));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return found;
    } catch (IOException | DirectoryIteratorException e) {
      throw unusable(folder(result), "--output", e);
    }
    return found;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
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
    prepareFolder(folder(result), "--output");
    prepareFolder(logDirectory, "--log-dir");
  }

  private static void prepareFolder(Path folder, String option) throws UserException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
    } catch (IOException e) {
      throw unusable(folder, option, e);
    }
  }

  private static UserException unusable(Path folder, String option, Exception cause) {
    return new UserException(
        ExitCode.OUTPUT,
        "The folder "
            + folder
            + " can't be written to ("
            + cause
            + "): choose another with "
            + option
            + ".",
        cause);
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
