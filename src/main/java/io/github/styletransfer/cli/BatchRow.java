package io.github.styletransfer.cli;

import io.github.styletransfer.job.PaintingName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job of a batch, before its options are looked at.
 *
 * @param place where it is written, such as {@code jobs.csv, line 3}; empty for the command line
 * @param content the photo
 * @param style the painting or paintings, as {@code --style} names them
 * @param paintings the same by their full names
 * @param output the result
 * @param options of this job alone, by their long names without dashes
 */
public record BatchRow(
    String place,
    String content,
    String style,
    List<PaintingName> paintings,
    String output,
    Map<String, String> options) {
  /** Copies list and map. */
  public BatchRow {
    paintings = List.copyOf(paintings);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
