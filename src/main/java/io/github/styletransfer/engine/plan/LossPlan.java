package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a program's losses and their gradient are computed, and in how much memory; nothing is
 * allocated yet.
 *
 * @param schedule the actions
 * @param image the buffer that takes the image, float
 * @param gradient the buffer that holds its gradient in the end, float
 * @param arenaBytes the memory that all buffers take together
 * @param recomputed how many layers are computed twice, to save memory
 */
public record LossPlan(
    Schedule schedule, Buffer image, Buffer gradient, long arenaBytes, int recomputed) {

  /**
   * Plans so that the arena fits, if it can be done; else in as little memory as can be. Feature
   * maps are kept from the forward to the backward pass as far as there is room, and computed again
   * otherwise (Chen et al., "Training Deep Nets with Sublinear Memory Cost", 2016): those first
   * that take the most memory for the least work.
   *
   * @param limit for the arena, in bytes
   * @param kernels of the executor
   */
  public static LossPlan within(long limit, Program program, Precision precision, Kernels kernels) {
    List<Tensor> byMemoryPerWork =
        program.nodes().stream()
            .filter(Node.Convolution.class::isInstance)
            .map(Node.Convolution.class::cast)
            .sorted(Comparator.comparingDouble(LossPlan::workPerElement))
            .map(Node.Convolution::output)
            .toList();
    LossPlan best = of(program, precision, kernels, Set.of());
    Set<Tensor> forgotten = new HashSet<>();
    for (Tensor tensor : byMemoryPerWork) {
      if (best.arenaBytes <= limit) {
        break;
      }
      forgotten.add(tensor);
      LossPlan next = of(program, precision, kernels, forgotten);
      if (next.arenaBytes < best.arenaBytes) {
        best = next;
      }
    }
    return best;
  }

  private static double workPerElement(Node.Convolution node) {
    return (double) node.kernel().length() / node.output().size().channels();
  }

  private static LossPlan of(
      Program program, Precision precision, Kernels kernels, Set<Tensor> forgotten) {
    Schedule schedule = new Schedule();
    Buffer image = new Buffer(ElementType.FLOAT32, program.image().size().elements());
    schedule.keep(image);
    ForwardPass forward = new ForwardPass(program, precision, kernels, schedule, image, true);
    forward.run();
    program.nodes().stream()
        .filter(Node.Weighting.class::isInstance)
        .map(Node::output)
        .forEach(forward::forget);
    forgotten.forEach(forward::forget);
    Buffer gradient = new BackwardPass(program, forward, kernels, schedule).run();
    schedule.keep(image);
    schedule.keep(gradient);
    return new LossPlan(schedule, image, gradient, schedule.lay(), forgotten.size());
  }
}
