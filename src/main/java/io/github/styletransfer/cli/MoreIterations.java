package io.github.styletransfer.cli;

import java.util.List;

/**
 * The iterations by which a run is prolonged, as one value on the command line.
 *
 * @param counts in the order given, each 1 or more
 */
record MoreIterations(List<Integer> counts) {
  /** Copies the list. */
  MoreIterations {
    counts = List.copyOf(counts);
  }
}
