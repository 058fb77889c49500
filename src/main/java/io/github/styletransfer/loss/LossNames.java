package io.github.styletransfer.loss;

import java.util.List;
import java.util.stream.Stream;

/** The names of losses, as files, charts and pages show them. */
public final class LossNames {
  /** The name of the total loss's column in a table. */
  public static final String TOTAL_COLUMN = "total_loss";

  private static final String TOTAL_VARIATION = "tv";

  private LossNames() {}

  /** The names of a table's columns: the total loss, and its terms. */
  public static List<String> columns(List<String> terms) {
    return Stream.concat(Stream.of(TOTAL_COLUMN), terms.stream().map(LossNames::column)).toList();
  }

  /** The name of a term's column in a table, such as {@code content_loss}. */
  public static String column(String name) {
    return name.replace('-', '_') + "_loss";
  }

  /** A term in words, such as {@code content}, or {@code total variation} for {@code tv}. */
  public static String label(String name) {
    return name.equals(TOTAL_VARIATION) ? "total variation" : name.replace('-', ' ');
  }
}
