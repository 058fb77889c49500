package io.github.styletransfer.transfer;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a run goes at its present size, and how long it will take. An iteration is taken to cost
 * as much as its stage's work says, until it is measured; what is measured replaces the guess
 * little by little, so that the time left doesn't jump where the size changes.
 */
public final class ProgressEstimate {
  private static final double NANOS = 1e9;

  /** An iteration's time counts as one part in so many, so that a slow start is forgotten. */
  private static final int MEMORY = 10;

  /** What the sizes before say counts as much as so many iterations at the present one. */
  private static final int TRUST = 5;

  private final List<PlannedStage> stages;
  private final double workAtLast;
  private boolean timing;
  private int lastIteration;
  private long lastTime;

  /** What an iteration costs now, as a part of what one of the last stage does. */
  private double cost = 1;

  /** Iterations timed at this size, and the nanoseconds that one of them takes. */
  private int timed;

  private double nanosPerIteration;

  /** What an iteration of the last stage would take, by the stages before; 0 if unknown. */
  private double guess;

  /**
   * Knows nothing yet.
   *
   * @param stages of the run
   */
  public ProgressEstimate(List<PlannedStage> stages) {
    this.stages = List.copyOf(stages);
    this.workAtLast = stages.get(stages.size() - 1).work();
  }

  /** A stage begins with the next evaluation; the time until then isn't an iteration's. */
  public void restart() {
    guess = nanosAtLast();
    timing = false;
    timed = 0;
    nanosPerIteration = 0;
  }

  /** An iteration's losses are known at this time. */
  public void evaluated(int iteration, long nanoTime) {
    cost = costOf(iteration);
    if (timing) {
      int done = Math.max(1, iteration - lastIteration);
      double nanos = (nanoTime - lastTime) / (double) done;
      timed += done;
      double share = Math.min(1, done / (double) Math.min(timed, MEMORY));
      nanosPerIteration += share * (nanos - nanosPerIteration);
    }
    timing = true;
    lastIteration = iteration;
    lastTime = nanoTime;
  }

  /** Measured at this size or, before anything is, guessed from the size before; else empty. */
  public OptionalDouble secondsPerIteration() {
    double nanos = timed > 0 ? nanosPerIteration : guess * cost;
    return nanos > 0 ? OptionalDouble.of(nanos / NANOS) : OptionalDouble.empty();
  }

  /** For the iterations after this one; zero if nothing is known. */
  public Duration timeLeft(int iteration) {
    double left = 0;
    for (PlannedStage stage : stages) {
      int first = Math.max(stage.first(), iteration + 1);
      left += Math.max(0, stage.end() - first) * cost(stage);
    }
    return Duration.ofNanos((long) (left * nanosAtLast()));
  }

  private double nanosAtLast() {
    double measured = nanosPerIteration / cost;
    int trust = guess > 0 ? TRUST : 0;
    return timed + trust == 0 ? 0 : (timed * measured + trust * guess) / (timed + trust);
  }

  private double costOf(int iteration) {
    return stages.stream()
        .filter(stage -> iteration < stage.end())
        .mapToDouble(this::cost)
        .findFirst()
        .orElse(1);
  }

  private double cost(PlannedStage stage) {
    return stage.work() / workAtLast;
  }

  /** Such as 2 h 05 min, 3 min 20 s, 7 s. */
  public static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= Duration.ofHours(1).toSeconds()) {
      return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return seconds >= 60
        ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : seconds + " s";
  }
}
