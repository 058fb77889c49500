package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.transfer.PlannedStage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long runs take on an ordinary machine, which is taken for one of two cores with AVX2. It is
 * the same on every machine, so that a command gives the same picture on each.
 */
public final class TypicalTime {
  private static final double EASY_SECONDS = Duration.ofMinutes(5).toSeconds();

  /** What any method gets, however long it takes: pixels of the longest side. */
  private static final int LEAST_SIDE = 512;

  /** Chosen sides are multiples of so many pixels. */
  private static final int STEP = 16;

  private TypicalTime() {}

  /**
   * The work of a run.
   *
   * @param stages that it goes through
   * @return all iterations' work, in the unit of {@link PlannedStage#work}
   */
  public static double work(List<PlannedStage> stages) {
    return stages.stream().mapToDouble(stage -> stage.iterations() * stage.work()).sum();
  }

  private static boolean isEasy(JobMethod method, ImageSize result) {
    return work(method.stages(result)) * method.typicalNanos() <= EASY_SECONDS * 1e9;
  }

  /**
   * The longest side of the largest result that takes minutes.
   *
   * @param photo its size
   * @return in pixels; empty if that is the photo's own size
   */
  public static OptionalInt easySide(JobMethod method, ImageSize photo) {
    int longest = Math.max(photo.width(), photo.height());
    if (longest <= LEAST_SIDE || isEasy(method, photo)) {
      return OptionalInt.empty();
    }
    int easy = LEAST_SIDE / STEP;
    int hard = (longest + STEP - 1) / STEP;
    while (hard - easy > 1) {
      int steps = (easy + hard) / 2;
      if (isEasy(method, Resizer.withLongestSide(photo, steps * STEP))) {
        easy = steps;
      } else {
        hard = steps;
      }
    }
    return OptionalInt.of(easy * STEP);
  }
}
