package io.github.styletransfer.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes a run goes through, coarse to fine, each twice the one before: large shapes and strokes
 * are cheap to form on a small image, and only the finest are left for the result's own size.
 *
 * @param iterations of the whole run, 1 or more
 * @param sizes how many sizes, 1 or more; 1 is the result's own
 */
public record Stages(int iterations, int sizes) {
  /** The shorter side, in pixels, below which an image isn't reduced for a stage of its own. */
  static final int SMALLEST_SIDE = 32;

  /**
   * One size.
   *
   * @param halvings how often the result's size is halved
   * @param first the stage's first iteration, 0-based
   * @param end the iteration after its last
   */
  public record Stage(int halvings, int first, int end) {}

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
    return stages;
  }
}
