package io.github.styletransfer.transfer;

/**
 * Iterations of one kind at one size.
 *
 * @param first the stage's first iteration, 0-based
 * @param end the iteration after its last
 * @param width of the image at this size, in pixels
 * @param height of the image at this size, in pixels
 * @param work what one of its iterations costs, in a unit that is the same for all stages of a run;
 *     more than 0
 */
public record PlannedStage(int first, int end, int width, int height, double work) {
  /** How many iterations it has. */
  public int iterations() {
    return end - first;
  }

  /** Such as {@code 256 x 192}. */
  public String size() {
    return width + " x " + height;
  }

  /** Whether another stage only has more iterations of the same kind, at the same size. */
  boolean isLike(PlannedStage other) {
    return width == other.width && height == other.height && work == other.work;
  }
}
