package io.github.styletransfer.model;

import io.github.styletransfer.network.Wavelets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The levels of a wavelet network whose feature maps some layers take. */
final class NeededLevels {
  private final TreeSet<Integer> levels = new TreeSet<>();

  /**
   * Finds the levels.
   *
   * @throws IllegalArgumentException if the network has no layer of a name
   */
  NeededLevels(Wavelets network, Set<String> contentLayers, Set<String> styleLayers) {
    Set<String> unknown = new HashSet<>(contentLayers);
    network.contentLayers().forEach(unknown::remove);
    Set<String> unknownStyle = new HashSet<>(styleLayers);
    network.styleLayers().forEach(unknownStyle::remove);
    unknown.addAll(unknownStyle);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no layer is named " + String.join(", ", unknown));
    }
    for (int level = network.firstLevel(); level <= network.lastLevel(); level++) {
      String name = Wavelets.level(level);
      if (contentLayers.contains(name) || styleLayers.contains(name)) {
        levels.add(level);
      }
      if (styleLayers.contains(Wavelets.pair(level))) {
        levels.add(level);
        levels.add(level + 1);
      }
    }
  }

  boolean contains(int level) {
    return levels.contains(level);
  }

  /** The coarsest level in use; 0 if none is. */
  int coarsest() {
    return levels.isEmpty() ? 0 : levels.last();
  }
}
