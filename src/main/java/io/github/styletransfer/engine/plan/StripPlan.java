package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the losses and their gradient are computed of an image that goes through the network strip by
 * strip, in memory that doesn't depend on its height. The first pass sums up the Gram matrices,
 * from which the gradients with respect to these follow; the second one computes the feature maps
 * again and goes back to the image. Both pass from the top down, layer after layer in each strip,
 * and each layer takes the rows that are ready: so nothing is computed at the edges of strips that
 * isn't computed in the whole image, too, and there are no seams.
 *
 * @param schedule the actions
 * @param steps when each of them is taken
 * @param arenaBytes the memory that all buffers take together
 * @param rows of the image in a strip
 * @param first how many strips the first pass takes
 * @param second how many the second
 * @param outputs by name, the buffers of Gram matrices that are asked for, without their factor
 * @param rest the loss terms on the image itself, which aren't part of the schedule, by position
 */
public record StripPlan(
    Schedule schedule,
    List<StripStep> steps,
    long arenaBytes,
    long rows,
    int first,
    int second,
    Map<String, Buffer> outputs,
    Map<Integer, LossTerm.ShiftError> rest) {
  /** The array that the image is read from. */
  public static final String IMAGE = "image";

  /** The array that the gradient is written to. */
  public static final String GRADIENT = "gradient";

  /** More rows than that are no faster. */
  private static final long MOST_ROWS = 256;

  /** With fewer rows, the edges of strips and what is kept for them take too much time. */
  private static final long FEWEST_ROWS = 32;

  /** Copies the collections. */
  public StripPlan {
    steps = List.copyOf(steps);
    outputs = Map.copyOf(outputs);
    rest = Map.copyOf(rest);
  }

  /**
   * Plans losses with strips as high as the arena's limit allows, or else as low as makes sense.
   *
   * @param limit for the arena, in bytes
   * @param kernels of the executor
   * @return empty if the program's network can't be taken by strips
   */
  public static Optional<StripPlan> ofLosses(
      long limit, Program program, Precision precision, Kernels kernels) {
    return StripChain.of(program).map(chain -> within(limit, chain, precision, kernels, true));
  }

  /**
   * Plans the computation of a program's outputs: Gram matrices, and feature maps that are written
   * to arrays of their name.
   *
   * @param limit for the arena, in bytes
   * @param kernels of the executor
   * @return empty if the program's network can't be taken by strips
   */
  public static Optional<StripPlan> ofTargets(
      long limit, Program program, Precision precision, Kernels kernels) {
    return StripChain.of(program).map(chain -> within(limit, chain, precision, kernels, false));
  }

  /** The same strips with other kernels. */
  public StripPlan with(Program program, Precision precision, Kernels kernels) {
    StripChain chain = StripChain.of(program).orElseThrow();
    return new StripPlanner(chain, precision, kernels, rows, second > 0).plan();
  }

  private static StripPlan within(
      long limit, StripChain chain, Precision precision, Kernels kernels, boolean gradient) {
    long unit = StripLags.subsampling(chain.layers());
    long least = (FEWEST_ROWS + unit - 1) / unit * unit;
    long most = Math.max(least, MOST_ROWS / unit * unit);
    long rows = Math.min(most, (chain.program().image().size().height() + unit - 1) / unit * unit);
    while (true) {
      StripPlan plan = new StripPlanner(chain, precision, kernels, rows, gradient).plan();
      long fewer = Math.max(least, rows / 2 / unit * unit);
      if (plan.arenaBytes <= limit || fewer >= rows) {
        return plan;
      }
      rows = fewer;
    }
  }
}
