package io.github.styletransfer.timelapse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that a timelapse can be. */
public enum TimelapseFormat {
  /** H.264 in MP4, which every browser plays. */
  MP4,
  /** An animated GIF, at a smaller size. */
  GIF,
  /** An animated WebP. */
  WEBP;

  /** The one that a file's ending names. */
  public static Optional<TimelapseFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending())).findFirst();
  }

  /** The endings of all. */
  public static List<String> endings() {
    return Arrays.stream(values()).map(TimelapseFormat::ending).toList();
  }

  private String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
