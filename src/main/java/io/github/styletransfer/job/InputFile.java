package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * An image to read.
 *
 * @param file what is read: the file that was named, or a copy of what came once through a pipe
 * @param named what was named; {@link #STANDARD_INPUT} for standard input
 */
public record InputFile(Path file, Path named) {
  /** How standard input is written on the command line. */
  static final Path STANDARD_INPUT = Path.of("-");

  private static final Path STANDARD_INPUT_DEVICE = Path.of("/dev/stdin");
  private static final Set<String> STANDARD_INPUT_NAMES =
      Set.of(STANDARD_INPUT.toString(), "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");
  private static final Set<Path> DESCRIPTORS = Set.of(Path.of("/dev/fd"), Path.of("/proc/self/fd"));

  /** A file that can be read any number of times, or a folder, which can't be read at all. */
  public static InputFile of(Path file) {
    return new InputFile(file, file);
  }

  public static boolean isStandardInput(String argument) {
    return STANDARD_INPUT_NAMES.contains(argument);
  }

  /** Whether a path that was named leads to something that is gone once it has been read. */
  public static boolean isReadOnce(Path named) {
    return isStandardInput(named.toString())
        || (named.getParent() != null && DESCRIPTORS.contains(named.getParent()))
        || (Files.exists(named) && !Files.isRegularFile(named) && !Files.isDirectory(named));
  }

  /** In words, for messages. */
  public static String describe(Path named) {
    return isStandardInput(named.toString()) ? "standard input" : named.toString();
  }

  /**
   * Reads it.
   *
   * @throws ImageFileException if it can't be used; the message calls it as it was named
   */
  public RgbImage read(ImageReader reader) throws ImageFileException {
    return reader.read(file, toString());
  }

  /** Its name without its folder, for captions. */
  public String name() {
    return named.equals(STANDARD_INPUT) || named.getFileName() == null
        ? toString()
        : named.getFileName().toString();
  }

  /** For the run's records, in which files are absolute. */
  public Path recorded() {
    return named.equals(STANDARD_INPUT) ? named : named.toAbsolutePath().normalize();
  }

  /** What the result must not replace. */
  public Path origin() {
    return named.equals(STANDARD_INPUT) ? STANDARD_INPUT_DEVICE : named;
  }

  @Override
  public String toString() {
    return describe(named);
  }
}
