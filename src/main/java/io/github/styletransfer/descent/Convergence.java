package io.github.styletransfer.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches the total loss of one stage for a rule to be met. */
final class Convergence {
  private final Optional<ConvergenceRule> rule;

  /** The lowest loss up to each iteration of the stage. */
  private final List<Double> lowest = new ArrayList<>();

  private final int first;

  /**
   * Begins where a stage begins.
   *
   * @param rule none for never
   * @param first the stage's first iteration, 0-based
   */
  Convergence(Optional<ConvergenceRule> rule, int first) {
    this.rule = rule;
    this.first = first;
  }

  /** Takes the next iteration's total loss; one that isn't finite is a step taken too far. */
  void add(double loss) {
    double before = lowest.isEmpty() ? Double.POSITIVE_INFINITY : lowest.get(lowest.size() - 1);
    lowest.add(loss < before ? loss : before);
  }

  /** Forgets an iteration, counted as in the run, and all later ones. */
  void goBackTo(int iteration) {
    lowest.subList(Math.min(iteration - first, lowest.size()), lowest.size()).clear();
  }

  /** Why the stage is to end, if it is. */
  Optional<String> stopReason() {
    return rule.filter(this::isMet)
        .map(
            met ->
                "the total loss has fallen by less than %s %% over %d iterations"
                    .formatted(met.toString().replaceAll("%.*", ""), met.iterations()));
  }

  private boolean isMet(ConvergenceRule some) {
    int last = lowest.size() - 1;
    int earlier = last - some.iterations();
    return earlier >= 0 && some.isMet(lowest.get(earlier), lowest.get(last));
  }
}
