package io.github.styletransfer.loss;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The losses at one image, weights included.
 *
 * @param total the sum that is minimised
 * @param terms what it is the sum of, by name, in the order in which they are shown
 */
public record Losses(double total, Map<String, Double> terms) {
  /** Copies the terms and keeps their order. */
  public Losses {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Whether the total is a number: neither NaN nor infinite. */
  public boolean isFinite() {
    return Double.isFinite(total);
  }

  /**
   * The value of a term.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double term(String name) {
    Double value = terms.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no loss " + name);
    }
    return value;
  }

  /** The names of the terms, in their order. */
  public List<String> names() {
    return List.copyOf(terms.keySet());
  }

  /**
   * The total and its terms as columns of a table: {@code total_loss}, {@code content_loss}, ...
   *
   * @return by the column's name, in order
   */
  public Map<String, Double> columns() {
    Map<String, Double> columns = new LinkedHashMap<>();
    columns.put(LossNames.TOTAL_COLUMN, total);
    terms.forEach((name, value) -> columns.put(LossNames.column(name), value));
    return columns;
  }

  /** Such as {@code 6.0 (content 1.0, style 2.0, tv 3.0)}, in float's digits. */
  @Override
  public String toString() {
    return (float) total
        + terms.entrySet().stream()
            .map(term -> term.getKey() + " " + term.getValue().floatValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
