package io.github.styletransfer.transfer;

import io.github.styletransfer.transfer.Stages.Stage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a run goes at its present size, and how long it will take. An iteration at twice the
 * size is taken to cost four times as much.
 */
public final class Pace {
  private static final double COST_PER_DOUBLING = 4;
  private static final double NANOS = 1e9;

  private final List<Stage> stages;
  private int firstTimed = -1;
  private long startTime;
  private double nanosPerIteration;

  /**
   * Knows nothing yet.
   *
   * @param stages of the run
   */
  public Pace(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  /** A stage begins with this iteration's evaluation; the first one is not timed. */
  public void restart() {
    firstTimed = -1;
    nanosPerIteration = 0;
  }

  /** An iteration's losses are known at this time. */
  public void evaluated(int iteration, long nanoTime) {
    if (firstTimed < 0 || iteration < firstTimed) {
      firstTimed = iteration;
      startTime = nanoTime;
    } else if (iteration > firstTimed) {
      nanosPerIteration = (nanoTime - startTime) / (double) (iteration - firstTimed);
    }
  }

  /** Empty until there is something to go by. */
  public OptionalDouble secondsPerIteration() {
    return nanosPerIteration > 0
        ? OptionalDouble.of(nanosPerIteration / NANOS)
        : OptionalDouble.empty();
  }

  /** For the iterations after this one; zero if nothing is known. */
  public Duration timeLeft(int iteration) {
    double left = 0;
    int halvings = -1;
    for (Stage stage : stages) {
      if (iteration < stage.end()) {
        halvings = halvings < 0 ? stage.halvings() : halvings;
        int first = Math.max(stage.first(), iteration + 1);
        left += (stage.end() - first) * Math.pow(COST_PER_DOUBLING, halvings - stage.halvings());
      }
    }
    return Duration.ofNanos((long) (left * nanosPerIteration));
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
