package io.github.styletransfer.cli;

import io.github.styletransfer.console.Verbosity;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.job.PaintingName;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the rows of a batch of what its command line names: each photo in each style, or what the
 * list says.
 *
 * @param files that may be named
 * @param options of the batch
 */
record BatchRows(NamedFiles files, BatchOptions options) {
  private static final Logger LOG = LoggerFactory.getLogger(Verbosity.BATCH_LOGGER);
  private static final String STANDARD_INPUT = "-";

  /** A painting or several, as {@code --style} names them, and a name for them. */
  private record Style(String argument, List<PaintingName> paintings, String name) {}

  /**
   * All rows; none of their files has been looked into.
   *
   * @param plainOptions the long names of the plain command's options, without dashes
   * @throws UserException if something that is named isn't there, or two results have one name
   */
  List<BatchRow> all(List<String> plainOptions) throws UserException {
    NamePattern pattern = NamePattern.of(options.name);
    List<BatchRow> rows =
        options.list == null ? product(pattern) : listed(options.list, pattern, plainOptions);
    return distinct(rows);
  }

  private PhotoFiles photos() {
    return new PhotoFiles(files, "--content", InputLocator.CONTENT_FOLDERS);
  }

  private List<BatchRow> product(NamePattern pattern) throws UserException {
    if (options.contents.isEmpty() || options.styles.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "A batch needs --content with photos and --style with paintings, or --list with a table of"
              + " jobs.");
    }
    List<PhotoFiles.Found> photos = new ArrayList<>();
    for (String content : options.contents) {
      requireFile("--content", content);
      requireOutputElsewhere(content);
      photos.addAll(photos().of(content, options.recursive));
    }
    List<BatchRow> rows = new ArrayList<>();
    for (Style style : styles(options.styles)) {
      for (PhotoFiles.Found photo : photos) {
        rows.add(
            new BatchRow(
                "",
                photo.file(),
                style.argument(),
                style.paintings(),
                output(photo, style, pattern, rows.size() + 1),
                Map.of()));
      }
    }
    return rows;
  }

  private String output(PhotoFiles.Found photo, Style style, NamePattern pattern, int number) {
    String name = pattern.name(photo.file(), style.name(), number);
    return inOutput(photo.folder().isEmpty() ? name : photo.folder() + "/" + name);
  }

  private String inOutput(String name) {
    return options.output + (options.output.endsWith("/") ? "" : "/") + name;
  }

  private List<BatchRow> listed(String list, NamePattern pattern, List<String> plainOptions)
      throws UserException {
    List<BatchTable.Row> table = new BatchTable(list).rows(files, plainOptions);
    List<BatchRow> rows = new ArrayList<>();
    for (BatchTable.Row row : table) {
      Map<String, String> more = new LinkedHashMap<>(row.values());
      String content = more.remove(TransferJob.CONTENT);
      String style = more.remove(TransferJob.STYLE);
      String output = more.remove(TransferJob.OUTPUT);
      List<String> contents = content == null ? options.contents : List.of(content);
      List<String> styles = style == null ? options.styles : List.of(style);
      if (contents.size() != 1 || styles.size() != 1) {
        throw new UserException(
            ExitCode.USAGE,
            row.place()
                + (contents.size() != 1
                    ? " names no photo: give it in the column content, or one for all rows with --content."
                    : " names no painting: give it in the column style, or one for all rows with --style."));
      }
      rows.add(
          row(row.place(), contents.get(0), styles.get(0), output, more, pattern, rows.size()));
    }
    return rows;
  }

  private BatchRow row(
      String place,
      String content,
      String style,
      @Nullable String output,
      Map<String, String> more,
      NamePattern pattern,
      int before)
      throws UserException {
    try {
      requireFile("content", content);
      List<PhotoFiles.Found> photos = photos().of(content, false);
      List<Style> styles = styles(List.of(style));
      if (photos.size() != 1 || styles.size() != 1) {
        throw new UserException(
            ExitCode.USAGE, "A row is one job: name one photo and one painting, not a folder.");
      }
      return new BatchRow(
          place,
          photos.get(0).file(),
          styles.get(0).argument(),
          styles.get(0).paintings(),
          output == null
              ? output(photos.get(0), styles.get(0), pattern, before + 1)
              : inFolder(output),
          more);
    } catch (UserException e) {
      throw new UserException(e.exitCode(), place + ": " + e.getMessage(), e);
    }
  }

  /** A name without a folder goes to the folder of the results, as with the plain command. */
  private String inFolder(String output) {
    return PhotoFiles.fileName(output).equals(output) ? inOutput(output) : output;
  }

  private static void requireFile(String name, String value) throws UserException {
    if (value.equals(STANDARD_INPUT)) {
      throw new UserException(
          ExitCode.USAGE,
          name + " is -, standard input: a batch reads files. Give the path of a file or folder.");
    }
  }

  private List<Style> styles(List<String> values) throws UserException {
    PhotoFiles paintings = new PhotoFiles(files, "--style", InputLocator.STYLE_FOLDERS);
    List<Style> styles = new ArrayList<>();
    for (String value : values) {
      requireFile("--style", value);
      List<PaintingName> names = PaintingName.of(List.of(value), name -> isThere(paintings, name));
      if (names.size() == 1 && names.get(0).weight() == 1) {
        for (PhotoFiles.Found found : paintings.of(names.get(0).name(), false)) {
          PaintingName one = new PaintingName(found.file(), 1);
          styles.add(new Style(found.file(), List.of(one), NamePattern.stem(found.file())));
        }
      } else {
        styles.add(
            new Style(
                value,
                names.stream()
                    .map(
                        name ->
                            new PaintingName(
                                paintings.located(name.name()).orElse(name.name()), name.weight()))
                    .toList(),
                NamePattern.style(names)));
      }
    }
    return styles;
  }

  private static boolean isThere(PhotoFiles paintings, String name) {
    try {
      return !name.isBlank() && paintings.located(name).isPresent();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Results among the photos would be painted, too, the next time. */
  private void requireOutputElsewhere(String argument) throws UserException {
    if (!files.isFolder(files.resolve("", argument))) {
      return;
    }
    String output = files.real(options.output);
    String photos = files.real(argument);
    if (output.equals(photos) || (options.recursive && isInside(output, photos))) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The results' folder %s is %s %s, where --content looks for photos: the results would be painted, too, the next time. Choose another folder with --output."
              .formatted(
                  options.output, output.equals(photos) ? "the folder" : "inside", argument));
    }
  }

  private static boolean isInside(String file, String folder) {
    return file.startsWith(folder)
        && (PhotoFiles.fileName(folder).isEmpty()
            || PhotoFiles.fileName(file.substring(0, folder.length() + 1)).isEmpty());
  }

  /** Without those that are named twice. */
  private List<BatchRow> distinct(List<BatchRow> rows) throws UserException {
    Map<String, BatchRow> byOutput = new LinkedHashMap<>();
    int twice = 0;
    for (BatchRow row : rows) {
      BatchRow other = byOutput.putIfAbsent(files.real(row.output()), row);
      if (other == null) {
        continue;
      }
      if (!isSame(row, other)) {
        throw new UserException(
            ExitCode.USAGE,
            "Two jobs would write to %s: %s and %s. Tell the results apart with --name%s."
                .formatted(row.output(), described(other), described(row), hint(row, other)));
      }
      twice++;
    }
    if (twice > 0) {
      LOG.warn(
          "{} named twice; {} done once",
          twice == 1 ? "One job is" : twice + " jobs are",
          twice == 1 ? "it is" : "they are");
    }
    return List.copyOf(byOutput.values());
  }

  private boolean isSame(BatchRow one, BatchRow other) {
    return files.real(one.content()).equals(files.real(other.content()))
        && one.style().equals(other.style())
        && one.options().equals(other.options());
  }

  private static String described(BatchRow row) {
    return row.place().isEmpty() ? row.content() + " in the style of " + row.style() : row.place();
  }

  private static String hint(BatchRow one, BatchRow other) {
    boolean ending =
        one.style().equals(other.style())
            && NamePattern.stem(one.content()).equals(NamePattern.stem(other.content()))
            && !one.content().endsWith(ending(other.content()));
    return ending
        ? ", for example --name {content}-{ending}-{style}.jpg"
        : ", for example --name {number}-{content}-{style}.jpg";
  }

  private static String ending(String file) {
    String name = PhotoFiles.fileName(file);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
