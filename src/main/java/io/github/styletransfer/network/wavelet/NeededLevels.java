package io.github.styletransfer.network.wavelet;

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
  NeededLevels(Wavelets network, Set<String> layers) {
    Set<String> unknown = new HashSet<>(layers);
    network.contentLayers().forEach(unknown::remove);
    network.styleLayers().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no layer is named " + String.join(", ", unknown));
    }
    for (int level = network.firstLevel(); level <= network.lastLevel(); level++) {
      if (layers.contains(Wavelets.level(level))) {
        levels.add(level);
      }
      if (layers.contains(Wavelets.pair(level))) {
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
