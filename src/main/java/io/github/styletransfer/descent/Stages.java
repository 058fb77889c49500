package io.github.styletransfer.descent;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sizes a run goes through, coarse to fine, each twice the one before: large shapes and strokes
 * are cheap to form on a small image, and only the finest are left for the result's own size.
 *
 * @param iterations at all sizes together, 1 or more
 * @param sizes how many sizes, 1 or more; 1 is the result's own
 * @param more further iterations at the result's own size, 1 or more each time that a run was
 *     prolonged
 */
public record Stages(int iterations, int sizes, List<Integer> more) {
  /** The option of the iterations before a run is prolonged. */
  public static final String ITERATIONS = "iterations";

  /** The option of the iterations by which a run is prolonged. */
  public static final String MORE_ITERATIONS = "more-iterations";

  /** The shorter side, in pixels, below which an image isn't reduced for a stage of its own. */
  static final int SMALLEST_SIDE = 32;

  /**
   * Iterations at one size.
   *
   * @param halvings how often the result's size is halved
   * @param first the stage's first iteration, 0-based
   * @param end the iteration after its last
   */
  public record Stage(int halvings, int first, int end) {
    /** How long a side of the result is at this size, in pixels. */
    int scaled(int side) {
      return (int) Math.max(1, Math.round(Math.scalb((double) side, -halvings)));
    }

    /** The size of an image at this stage. */
    ImageSize scaled(ImageSize result) {
      return new ImageSize(scaled(result.width()), scaled(result.height()));
    }

    /** The stage for a result; an iteration costs as much as the image has pixels. */
    public PlannedStage planned(ImageSize result) {
      ImageSize size = scaled(result);
      return new PlannedStage(
          first,
          end,
          size.width(),
          size.height(),
          Math.scalb((double) result.pixels(), -2 * halvings));
    }
  }

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Stages {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be 1 or more, not " + iterations);
    }
    if (sizes < 1) {
      throw new IllegalArgumentException("sizes must be 1 or more, not " + sizes);
    }
    more = List.copyOf(more);
    long total = iterations;
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

  /** Stages that aren't prolonged. */
  public Stages(int iterations, int sizes) {
    this(iterations, sizes, List.of());
  }

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}: long names
   * without dashes, values as on the command line.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(ITERATIONS, Integer.toString(iterations));
    if (!more.isEmpty()) {
      options.put(
          MORE_ITERATIONS, more.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    options.put("sizes", Integer.toString(sizes));
    return options;
  }

  /** All iterations of the run. */
  public int total() {
    return iterations + more.stream().mapToInt(Integer::intValue).sum();
  }

  /** How many iterations the run has, with and without those that it is prolonged by. */
  public RunLength length() {
    return new RunLength(iterations, total());
  }

  /** The same stages, prolonged at the result's own size. */
  public Stages prolonged(int further) {
    if (further == 0) {
      return this;
    }
    List<Integer> all = new ArrayList<>(more);
    all.add(further);
    return new Stages(iterations, sizes, all);
  }

  /**
   * The stages for a result, fewer when it is small. Each has half as many iterations as the one
   * before, as it costs four times as much.
   *
   * @param shortestSide of the result, in pixels
   */
  public List<Stage> of(int shortestSide) {
    int count = 1;
    while (count < Math.min(sizes, iterations) && shortestSide >> count >= SMALLEST_SIDE) {
      count++;
    }
    long shares = (1L << count) - 1;
    List<Stage> stages = new ArrayList<>();
    int first = 0;
    for (int halvings = count - 1; halvings >= 0; halvings--) {
      long sharesLeft = (1L << halvings) - 1;
      int end = (int) (iterations - Math.max(halvings, sharesLeft * iterations / shares));
      stages.add(new Stage(halvings, first, end));
      first = end;
    }
    for (int some : more) {
      stages.add(new Stage(0, first, first + some));
      first += some;
    }
    return stages;
  }
}
