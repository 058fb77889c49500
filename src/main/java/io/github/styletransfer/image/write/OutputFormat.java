package io.github.styletransfer.image.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A format that can be written, told by the ending of the file's name. */
public enum OutputFormat {
  /** Loses a little. */
  JPEG(".jpg .jpeg"),

  /** Without loss. */
  PNG(".png"),

  /** Without loss, and without a word beside the pixels. */
  BMP(".bmp"),

  /** Without loss. */
  TIFF(".tif .tiff");

  private final String endings;

  OutputFormat(String endings) {
    this.endings = endings;
  }

  /** The endings of all formats, in lower case with the dot, sorted. */
  public static List<String> allEndings() {
    return Stream.of(values()).flatMap(format -> format.endings().stream()).sorted().toList();
  }

  /** The format of a file of this name; the case of its ending doesn't matter. */
  public static Optional<OutputFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
    return Stream.of(values()).filter(format -> format.endings().contains(ending)).findFirst();
  }

  /** In lower case with the dot, the usual one first. */
  private List<String> endings() {
    return List.of(endings.split(" ", -1));
  }
}
