package io.github.styletransfer.preview;

import io.github.styletransfer.loss.Losses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The total loss by iteration, 1-based; evenly thinned out for long runs. */
final class LossPoints {
  private static final int MOST = 400;

  private final List<Point> points = new ArrayList<>();
  private int interval = 1;

  private record Point(int iteration, @Nullable Double loss) {}

  /** Takes the losses of a 0-based iteration. */
  void add(int iteration, Losses losses) {
    if (iteration % interval == 0) {
      points.add(new Point(iteration + 1, losses.isFinite() ? losses.total() : null));
    }
    while (points.size() > MOST) {
      interval *= 2;
      points.removeIf(point -> (point.iteration() - 1) % interval != 0);
    }
  }

  /** Drops a 0-based iteration and those after it. */
  void goBack(int iteration) {
    points.removeIf(point -> point.iteration() > iteration);
  }

  /** Pairs of iteration and loss after an iteration, null for a loss that isn't finite. */
  List<List<@Nullable Object>> pairs(int after) {
    return points.stream()
        .filter(point -> point.iteration() > after)
        .map(point -> Arrays.<@Nullable Object>asList(point.iteration(), point.loss()))
        .toList();
  }
}
