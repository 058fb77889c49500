package io.github.styletransfer.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What runs a graph.
 *
 * @param name as records have it, such as {@code onednn}
 * @param precision that it computes in
 * @param strips whether an image goes through the network strip by strip, as its feature maps would
 *     take too much memory: sums over its pixels are then rounded otherwise
 */
public record Executor(String name, Precision precision, boolean strips) {
  /** One that takes images as a whole. */
  public Executor(String name, Precision precision) {
    this(name, precision, false);
  }

  /** Name, precision and strips, as records have them. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("engine", name);
    names.put("precision", precision.name().toLowerCase(Locale.ROOT));
    if (strips) {
      names.put("strips", "yes");
    }
    return names;
  }
}
