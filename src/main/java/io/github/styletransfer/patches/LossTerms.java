package io.github.styletransfer.patches;

import io.github.styletransfer.loss.Losses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run reports as its losses. */
final class LossTerms {
  /** The mean cost of the matched patches. */
  private static final String PATCH = "patch";

  /** The sliced Wasserstein distance. */
  private static final String DISTRIBUTION = "distribution";

  static final List<String> NAMES = List.of(PATCH, DISTRIBUTION);

  private LossTerms() {}

  static Losses ofPatches(double cost) {
    return of(cost, 0);
  }

  static Losses ofDistribution(double distance) {
    return of(0, distance);
  }

  private static Losses of(double patch, double distribution) {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put(PATCH, patch);
    terms.put(DISTRIBUTION, distribution);
    return new Losses(patch + distribution, terms);
  }
}
