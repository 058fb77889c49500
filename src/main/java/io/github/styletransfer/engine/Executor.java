package io.github.styletransfer.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What runs a graph.
 *
 * @param name as records have it, such as {@code onednn}
 * @param precision that it computes in
 */
public record Executor(String name, Precision precision) {
  /** Name and precision, as records have them. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("engine", name);
    names.put("precision", precision.name().toLowerCase(Locale.ROOT));
    return names;
  }
}
