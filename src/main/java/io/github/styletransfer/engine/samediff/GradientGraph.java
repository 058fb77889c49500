package io.github.styletransfer.engine.samediff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.ThresholdReluBp;
import org.nd4j.linalg.factory.ops.NDBase;

/**
 * The graph of a loss and its gradient with respect to one placeholder, as SameDiff derives it,
 * with two of its operations put more cheaply:
 *
 * <ul>
 *   <li>{@code conv2d_bp} also computes the gradient of the kernel, which is a constant here. For
 *       stride 1, the input's gradient alone is the convolution of the output's gradient with the
 *       kernel rotated by 180 degrees, input and output channels swapped: with SAME padding again
 *       if the kernel is odd, and with as much padding as the kernel reaches if there was none.
 *   <li>A rectifier's gradient is taken from its output, which is positive just where its input is,
 *       so that the input's memory is free as soon as the rectifier has run.
 * </ul>
 */
final class GradientGraph {
  private static final String GRADIENT_FUNCTION = "grad";

  private final SameDiff graph;
  private final String gradient;

  private GradientGraph(SameDiff graph, String gradient) {
    this.graph = graph;
    this.gradient = gradient;
  }

  /** Derives the gradient of the graph's loss variable with respect to a placeholder. */
  static GradientGraph of(SameDiff model, String placeholder) {
    model.createGradFunction(placeholder);
    SameDiff graph = model.getFunction(GRADIENT_FUNCTION);
    GradientGraph result =
        new GradientGraph(graph, model.getVariable(placeholder).gradient().name());
    for (SameDiffOp operation : List.copyOf(graph.getOps().values())) {
      if (operation.getOp() instanceof Conv2DDerivative derivative) {
        result.useInputGradientOnly(operation, derivative.getConfig());
      } else if (operation.getOp() instanceof ThresholdReluBp derivative
          && derivative.getCutoff() == 0) {
        result.useRectifierOutput(operation);
      }
    }
    return result;
  }

  SameDiff graph() {
    return graph;
  }

  /** The name of the variable that is the gradient. */
  String gradient() {
    return gradient;
  }

  private void useInputGradientOnly(SameDiffOp operation, Conv2DConfig config) {
    Optional<Conv2DConfig> backward = backward(config);
    if (backward.isEmpty()) {
      return;
    }
    List<String> inputs = operation.getInputsToOp();
    String kernel = inputs.get(1);
    String outputGradient = inputs.get(inputs.size() - 1);
    List<String> outputs = operation.getOutputsOfOp();
    outputs.stream().skip(1).forEach(graph.getVariables()::remove);
    operation.setOutputsOfOp(new ArrayList<>(outputs.subList(0, 1)));
    Conv2D convolution = new Conv2D(graph, new SDVariable[0], backward.get());
    replace(operation, convolution, List.of(outputGradient, rotated(kernel)));
  }

  /** The convolution that gives the input's gradient, if there is one. */
  private static Optional<Conv2DConfig> backward(Conv2DConfig forward) {
    boolean plain =
        forward.getSH() == 1
            && forward.getSW() == 1
            && forward.getDH() == 1
            && forward.getDW() == 1
            && forward.getWeightsFormat() == WeightsFormat.YXIO;
    if (plain
        && forward.getPaddingMode() == PaddingMode.SAME
        && forward.getKH() % 2 == 1
        && forward.getKW() % 2 == 1) {
      return Optional.of(forward);
    }
    if (plain && forward.getPaddingMode() == PaddingMode.VALID) {
      return Optional.of(
          Conv2DConfig.builder()
              .kH(forward.getKH())
              .kW(forward.getKW())
              .pH(forward.getKH() - 1 - forward.getPH())
              .pW(forward.getKW() - 1 - forward.getPW())
              .paddingMode(PaddingMode.VALID)
              .dataFormat(forward.getDataFormat())
              .build());
    }
    return Optional.empty();
  }

  /** Adds the constant kernel [kH, kW, in, out] as [kH, kW, out, in], turned by 180 degrees. */
  private String rotated(String kernel) {
    String name = kernel + "/rotated";
    if (!graph.hasVariable(name)) {
      INDArray swapped = graph.getVariable(kernel).getArr().permute(0, 1, 3, 2).dup('c');
      graph.constant(name, new NDBase().reverse(swapped, 0, 1));
    }
    return name;
  }

  private void useRectifierOutput(SameDiffOp operation) {
    List<String> inputs = operation.getInputsToOp();
    Optional<String> output = rectified(inputs.get(0));
    if (output.isPresent()) {
      replace(operation, new RectifiedLinearDerivative(), List.of(output.get(), inputs.get(1)));
    }
  }

  private Optional<String> rectified(String variable) {
    return users(variable).stream()
        .map(graph.getOps()::get)
        .filter(op -> op.getOp().opName().equals("relu"))
        .map(op -> op.getOutputsOfOp().get(0))
        .findFirst();
  }

  private void replace(SameDiffOp operation, DifferentialFunction by, List<String> inputs) {
    String name = operation.getName();
    for (String old : operation.getInputsToOp()) {
      users(old).remove(name);
    }
    by.setSameDiff(graph);
    by.setOwnName(name);
    operation.setOp(by);
    operation.setInputsToOp(new ArrayList<>(inputs));
    for (String input : inputs) {
      users(input).add(name);
    }
  }

  /** The names of the operations that take a variable; a change of the list changes the graph. */
  private List<String> users(String variable) {
    Variable entry = Objects.requireNonNull(graph.getVariables().get(variable), variable);
    if (entry.getInputsForOp() == null) {
      entry.setInputsForOp(new ArrayList<>());
    }
    return entry.getInputsForOp();
  }
}
