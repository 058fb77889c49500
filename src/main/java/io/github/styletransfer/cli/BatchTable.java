package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The table of jobs that {@code --list} names: comma-separated values in UTF-8 (RFC 4180), with a
 * row of column names.
 *
 * @param file as it was named
 */
record BatchTable(String file) {

  /**
   * A row.
   *
   * @param place the file and the line
   * @param values by column; those that are empty are left out
   */
  record Row(String place, Map<String, String> values) {}

  /**
   * Reads it.
   *
   * @param files that may be named
   * @param options the long names of the plain command's options, without dashes
   * @throws UserException if it can't be used
   */
  List<Row> rows(NamedFiles files, List<String> options) throws UserException {
    try (CSVParser parser = parser(SmallTextFile.read(files.local(file)))) {
      requireColumns(parser.getHeaderNames(), options);
      List<Row> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(row(row, parser.getCurrentLineNumber()));
      }
      if (rows.isEmpty()) {
        throw new UserException(ExitCode.USAGE, file + " has no jobs in it.");
      }
      return rows;
    } catch (NoSuchFileException e) {
      throw new UserException(ExitCode.USAGE, "The list " + file + " does not exist.", e);
    } catch (CharacterCodingException e) {
      throw new UserException(
          ExitCode.USAGE, file + " isn't text in UTF-8. Save it as \"CSV UTF-8\".", e);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /** Some programs write semicolons where a comma stands in numbers. */
  private static CSVParser parser(String text) throws IOException {
    String header = text.lines().findFirst().orElse("");
    return CSVParser.parse(
        text,
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setAllowMissingColumnNames(true)
            .get());
  }

  private UserException unusable(Exception cause) {
    return new UserException(
        ExitCode.USAGE,
        "The list " + file + " can't be used (" + FileFaults.inWords(cause) + ").",
        cause);
  }

  private void requireColumns(List<String> columns, List<String> options) throws UserException {
    List<String> known =
        options.stream().filter(option -> !PlainOptions.isOfAllJobs(option)).toList();
    for (String column : columns) {
      if (PlainOptions.isOfAllJobs(column)) {
        throw new UserException(
            ExitCode.USAGE,
            "%s has a column '%s', which a single job can't have: pass --%s on the command line, or leave it out."
                .formatted(file, column, column));
      }
      if (!column.isEmpty() && !known.contains(column)) {
        throw new UserException(
            ExitCode.USAGE,
            "%s has a column '%s'%s Columns are content, style, output and the options' long names without dashes, such as style-weight."
                .formatted(
                    file,
                    column,
                    Closest.to(column, known)
                        .map(meant -> ": did you mean " + meant + "?")
                        .orElse(", which is no option.")));
      }
    }
  }

  private Row row(CSVRecord row, long line) throws UserException {
    String place = file + ", line " + line;
    Map<String, String> values = new LinkedHashMap<>();
    if (row.size() > row.getParser().getHeaderNames().size()) {
      throw new UserException(
          ExitCode.USAGE,
          "%s has %d values for %d columns: put a value with a comma in it between double quotes."
              .formatted(place, row.size(), row.getParser().getHeaderNames().size()));
    }
    row.toMap()
        .forEach(
            (column, value) -> {
              if (!column.isEmpty() && value != null && !value.isBlank()) {
                values.put(column, value.strip());
              }
            });
    return new Row(place, values);
  }
}
