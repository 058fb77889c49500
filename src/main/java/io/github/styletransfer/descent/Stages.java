package io.github.styletransfer.descent;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sizes a run goes through, coarse to fine: large shapes and strokes are cheap to form on a
 * small image, and only the finest are left for the result's own size.
 *
 * @param iterations before the run is prolonged
 * @param sizes how many there are, and how far apart
 * @param more further iterations at the result's own size, 1 or more each time that a run was
 *     prolonged
 */
public record Stages(IterationCount iterations, SizeSteps sizes, List<Integer> more) {
  /** The option of the iterations before a run is prolonged. */
  public static final String ITERATIONS = "iterations";

  /** The option of the iterations by which a run is prolonged. */
  public static final String MORE_ITERATIONS = "more-iterations";

  /** More sizes than there are between the largest image and the smallest, if not by much. */
  private static final long MOST_STEPS = 100;

  /** The shorter side, in pixels, below which an image isn't reduced for a stage of its own. */
  static final int SMALLEST_SIDE = 32;

  /**
   * Iterations at one size.
   *
   * @param step how many sizes coarser than the result's own it is
   * @param ratio of each size to the one before
   * @param first the stage's first iteration, 0-based
   * @param end the iteration after its last
   * @param polishing whether it polishes the result of the stage before
   */
  public record Stage(int step, double ratio, int first, int end, boolean polishing) {
    /** How often the result's size is halved, rounded. */
    int halvings() {
      return (int) Math.round(step * Math.log(ratio) / Math.log(SizeSteps.DOUBLE));
    }

    /** How long a side of the result is at this size, in pixels. */
    int scaled(int side) {
      return (int) Math.max(1, Math.round(side * Math.pow(ratio, -step)));
    }

    /** The size of an image at this stage. */
    ImageSize scaled(ImageSize result) {
      return new ImageSize(scaled(result.width()), scaled(result.height()));
    }

    /** The stage for a result; an iteration costs as much as the image has pixels. */
    public PlannedStage planned(ImageSize result) {
      ImageSize size = scaled(result);
      return new PlannedStage(
          first, end, size.width(), size.height(), result.pixels() * Math.pow(ratio, -2 * step));
    }
  }

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Stages {
    more = List.copyOf(more);
    long total =
        iterations.count() + MOST_STEPS * iterations.further().orElse(0) + iterations.polishing();
    for (int some : more) {
      if (some < 1) {
        throw new IllegalArgumentException("more-iterations must be 1 or more, not " + some);
      }
      total += some;
    }
    if (total > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "all iterations together must be at most " + Integer.MAX_VALUE + ", not " + total);
    }
  }

  /** Stages that aren't prolonged, each twice the size of the one before. */
  public Stages(int iterations, int sizes) {
    this(IterationCount.together(iterations), SizeSteps.doubling(sizes), List.of());
  }

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}: long names
   * without dashes, values as on the command line. The ratio of two is left out: older records have
   * no other.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(ITERATIONS, iterations.toString());
    if (!more.isEmpty()) {
      options.put(
          MORE_ITERATIONS, more.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    options.put("sizes", sizes.countText());
    if (sizes.ratio() != SizeSteps.DOUBLE) {
      options.put("size-ratio", Double.toString(sizes.ratio()));
    }
    return options;
  }

  /** How many iterations a run has, with and without those that it is prolonged by. */
  public RunLength length(ImageSize result) {
    int steps = steps(result);
    int planned =
        iterations.further().isPresent()
            ? iterations.count()
                + (steps - 1) * iterations.further().getAsInt()
                + iterations.polishing()
            : iterations.count();
    return new RunLength(planned, planned + added());
  }

  private int added() {
    return more.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * An earlier run's stages, prolonged at the result's own size by as many iterations as these have
   * more than it; these if they have fewer, or others.
   */
  public Stages prolonging(Stages had) {
    int further = iterations.last() + added() - had.iterations.last() - had.added();
    if (further < 0 || !iterations.isLike(had.iterations)) {
      return this;
    }
    if (further == 0) {
      return had;
    }
    List<Integer> all = new ArrayList<>(had.more);
    all.add(further);
    return new Stages(had.iterations, sizes, all);
  }

  /** The stages for a result, fewer when it is small. */
  public List<Stage> of(ImageSize result) {
    int[] counts = counts(steps(result));
    List<Stage> stages = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < counts.length; i++) {
      stages.add(new Stage(counts.length - 1 - i, sizes.ratio(), first, first + counts[i], false));
      first += counts[i];
    }
    boolean polished = iterations.polishing() > 0;
    if (polished) {
      stages.add(new Stage(0, sizes.ratio(), first, first + iterations.polishing(), true));
      first += iterations.polishing();
    }
    for (int some : more) {
      stages.add(new Stage(0, sizes.ratio(), first, first + some, polished));
      first += some;
    }
    return stages;
  }

  private int steps(ImageSize result) {
    int longest = Math.max(result.width(), result.height());
    int shortest = Math.min(result.width(), result.height());
    int most = iterations.further().isPresent() ? Integer.MAX_VALUE : iterations.count();
    int steps = 1;
    while (steps < Math.min(most, MOST_STEPS)
        && sizes.has(steps, longest)
        && Math.floor(sizes.scaled(shortest, steps)) >= SMALLEST_SIDE) {
      steps++;
    }
    return steps;
  }

  /**
   * The iterations of each size, coarse to fine. If their sum is given, a size has as many times
   * fewer than the one before as its sides are longer.
   */
  private int[] counts(int steps) {
    int[] counts = new int[steps];
    if (iterations.further().isPresent()) {
      Arrays.fill(counts, iterations.further().getAsInt());
      counts[0] = iterations.count();
      return counts;
    }
    double shares = Math.pow(sizes.ratio(), steps) - 1;
    int total = iterations.count();
    int first = 0;
    for (int i = 0; i < steps; i++) {
      int left = steps - 1 - i;
      double sharesLeft = Math.pow(sizes.ratio(), left) - 1;
      int end = (int) (total - Math.max(left, Math.floor(sharesLeft * total / shares)));
      counts[i] = end - first;
      first = end;
    }
    return counts;
  }
}
