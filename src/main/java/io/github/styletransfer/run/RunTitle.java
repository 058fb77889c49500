package io.github.styletransfer.run;

import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.TransferJob;
import java.util.List;

/** A job in one line, for titles. */
final class RunTitle {
  private static final int LONGEST_NAME = 24;
  private static final int END_OF_NAME = 8;

  private RunTitle() {}

  /** Such as {@code lake.jpg in the style of swirls.jpg, patches}. */
  static String of(TransferJob job) {
    return of(job.content(), job.paintings(), job.method().title());
  }

  static String of(InputFile photo, List<PaintingFile> paintings, String method) {
    return "%s in the style of %s, %s".formatted(name(photo), paintings(paintings), method);
  }

  private static String paintings(List<PaintingFile> paintings) {
    String first = name(paintings.get(0).file());
    return switch (paintings.size()) {
      case 1 -> first;
      case 2 -> first + " and " + name(paintings.get(1).file());
      default -> first + " and " + (paintings.size() - 1) + " more";
    };
  }

  /** Without the middle of a long name. */
  private static String name(InputFile file) {
    String name = file.name();
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - END_OF_NAME - 1)
            + "…"
            + name.substring(name.length() - END_OF_NAME);
  }
}
