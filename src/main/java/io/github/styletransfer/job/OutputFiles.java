package io.github.styletransfer.job;

import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.storage.SymbolicLinks;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files a run writes.
 *
 * @param result the final image
 * @param logDirectory folder of the run's records
 */
public record OutputFiles(Path result, Path logDirectory) {
  /** The folder of results that are given without one. */
  public static final String FOLDER = "output";

  /** Characters of a name that are taken for an ending, with the dot. */
  private static final int LONGEST_ENDING = 5;

  /** The record of a run, in its log folder. */
  public static final String MANIFEST = "run.json";

  /**
   * The files of a run.
   *
   * @param output the result as it was named; spaces at its end don't count
   * @param logDirectory null for one that the result's name gives
   * @throws UserException if the result's name can't be one
   */
  public static OutputFiles of(Path workingDirectory, String output, @Nullable Path logDirectory)
      throws UserException {
    Path given = Path.of(output.stripTrailing());
    if (!ImageWriter.isSupported(given)) {
      throw new UserException(
          ExitCode.USAGE,
          "The result "
              + output
              + " must end in one of "
              + String.join(", ", ImageWriter.supportedEndings())
              + ": give one such as "
              + suggested(given)
              + ".");
    }
    if (baseName(given).isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "The result "
              + output
              + " has no name before its ending: give one such as painting"
              + given.toString().substring(given.toString().lastIndexOf('.'))
              + ".");
    }
    Path result =
        workingDirectory.resolve(
            given.getParent() == null ? Path.of(FOLDER).resolve(given) : given);
    Path logs =
        logDirectory == null
            ? LogFolder.of(workingDirectory, result)
            : workingDirectory.resolve(logDirectory);
    return new OutputFiles(result, logs);
  }

  /**
   * The file that becomes the result: another one if {@link #result} is a symbolic link.
   *
   * @throws UserException if the link leads nowhere
   */
  public Path target() throws UserException {
    return followed(result);
  }

  /**
   * The file that a value of {@code --output} leads to.
   *
   * @throws UserException if it is a link that leads nowhere
   */
  public static Path followed(Path output) throws UserException {
    try {
      return SymbolicLinks.followed(output);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The symbolic link "
              + output
              + (e instanceof FileSystemLoopException ? " points to itself" : " can't be read")
              + ": remove it, or choose another --output name.",
          e);
    }
  }

  /** The folder that a file is in, absolute. */
  public static Path folder(Path file) {
    Path absolute = file.toAbsolutePath();
    return Objects.requireNonNullElse(absolute.getParent(), absolute);
  }

  /** The checkpoint after a 0-based iteration: {@code o_<iteration>.jpg} beside {@code o.jpg}. */
  public Path checkpoint(int iteration) {
    return result.resolveSibling(baseName() + "_" + iteration + ending());
  }

  /** The losses of all iterations. */
  public Path losses() {
    return logDirectory.resolve("losses.csv");
  }

  /** The record of the run. */
  public Path manifest() {
    return logDirectory.resolve(MANIFEST);
  }

  /** The state that the run can be resumed from. */
  public Path state() {
    return logDirectory.resolve("state.bin");
  }

  /** The result's name without its ending. */
  public String baseName() {
    return baseName(result);
  }

  /** The same name with a good ending. */
  private static String suggested(Path given) {
    String name = given.toString();
    int dot = name.lastIndexOf('.');
    boolean ended = dot > 0 && dot >= name.length() - LONGEST_ENDING;
    return (ended ? name.substring(0, dot) : name) + ".png";
  }

  /** The ending of the result's name, with its dot. */
  public String ending() {
    return String.valueOf(result.getFileName()).substring(baseName().length());
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }
}
