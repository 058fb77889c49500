package io.github.styletransfer.image.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A format that can be written, told by the ending of the file's name. */
public enum OutputFormat {
  /** Loses a little. */
  JPEG(".jpg .jpeg", true, false, false, true),

  /** Without loss. */
  PNG(".png", false, true, true, true),

  /** Without loss, and without a word beside the pixels. */
  BMP(".bmp", false, false, false, false),

  /** Without loss. */
  TIFF(".tif .tiff", false, true, true, true),

  /** Loses a little, or nothing at the best quality. */
  WEBP(".webp", true, false, true, true);

  private final String endings;
  private final boolean lossy;
  private final boolean deep;
  private final boolean transparent;
  private final boolean described;

  OutputFormat(
      String endings, boolean lossy, boolean deep, boolean transparent, boolean described) {
    this.endings = endings;
    this.lossy = lossy;
    this.deep = deep;
    this.transparent = transparent;
    this.described = described;
  }

  /** Whether it has a quality. */
  public boolean isLossy() {
    return lossy;
  }

  /** Whether it can hold 16-bit samples. */
  public boolean isDeep() {
    return deep;
  }

  /** Whether it can hold transparency. */
  public boolean isTransparent() {
    return transparent;
  }

  /** Whether it can hold a colour profile, and words. */
  public boolean isDescribed() {
    return described;
  }

  /** The usual endings of some formats, such as {@code .png or .tif}. */
  public static String endings(Predicate<OutputFormat> some) {
    List<String> names =
        Stream.of(values()).filter(some).map(format -> format.endings().get(0)).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
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
