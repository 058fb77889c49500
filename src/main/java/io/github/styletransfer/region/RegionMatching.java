package io.github.styletransfer.region;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Which colours of one mask are those of another: the nearest ones, each once. */
final class RegionMatching {
  /** Colours that are farther apart, in grey levels, are different ones. */
  private static final int TOLERANCE = 48;

  private final int[] positions;

  private RegionMatching(int[] positions) {
    this.positions = positions;
  }

  static RegionMatching of(List<RegionColor> colors, List<RegionColor> others) {
    int[] positions = new int[colors.size()];
    Arrays.fill(positions, -1);
    boolean[] taken = new boolean[others.size()];
    while (true) {
      int best = TOLERANCE * TOLERANCE + 1;
      int color = -1;
      int other = -1;
      for (int i = 0; i < positions.length; i++) {
        for (int j = 0; positions[i] < 0 && j < taken.length; j++) {
          int distance = colors.get(i).squaredDistance(others.get(j));
          if (!taken[j] && distance < best) {
            best = distance;
            color = i;
            other = j;
          }
        }
      }
      if (color < 0) {
        return new RegionMatching(positions);
      }
      positions[color] = other;
      taken[other] = true;
    }
  }

  /** The position of a colour among the others, if it is one of them. */
  OptionalInt of(int color) {
    return positions[color] < 0 ? OptionalInt.empty() : OptionalInt.of(positions[color]);
  }
}
