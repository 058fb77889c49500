package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import java.util.HashMap;
import java.util.Map;

/**
 * How the feature maps and Gram matrices that a program is asked for are computed.
 *
 * @param schedule the actions
 * @param image the buffer that takes the image, float
 * @param outputs by name, the buffers of feature maps, and of Gram matrices without their factor;
 *     float
 * @param arenaBytes the memory that all buffers take together
 */
public record TargetPlan(
    Schedule schedule, Buffer image, Map<String, Buffer> outputs, long arenaBytes) {
  /** Plans the computation of a program's outputs. */
  public static TargetPlan of(Program program, Precision precision, Kernels kernels) {
    Schedule schedule = new Schedule();
    Buffer image = new Buffer(ElementType.FLOAT32, program.image().size().elements());
    schedule.keep(image);
    ForwardPass forward = new ForwardPass(program, precision, kernels, schedule, image, false);
    Map<String, Buffer> outputs = new HashMap<>();
    for (Node node : program.nodes()) {
      Buffer computed = forward.get(node.output());
      program
          .outputs()
          .forEach(
              (name, tensor) -> {
                if (tensor.equals(node.output())) {
                  outputs.put(name, forward.exact(name, computed));
                }
              });
    }
    outputs.values().forEach(schedule::keep);
    return new TargetPlan(schedule, image, outputs, schedule.lay());
  }
}
