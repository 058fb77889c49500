package io.github.styletransfer.model;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.loss.TargetInput;
import io.github.styletransfer.network.FeatureScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The graph that gives the losses of the image being optimised; all of them scalars.
 *
 * @param graph the SameDiff graph; its loss variable is the total loss
 * @param image name of the placeholder for the image: NHWC [1, H, W, 3], mean-subtracted RGB
 * @param totalLoss name of the total loss
 * @param terms by the name of a loss, the name of the variable that is its weighted value; the
 *     total is their sum
 * @param inputs the targets, which are placeholders too
 * @param measure what scales the errors
 * @param activations the number of elements of the feature maps that the gradient needs
 */
public record LossModel(
    SameDiff graph,
    String image,
    String totalLoss,
    Map<String, String> terms,
    List<TargetInput> inputs,
    FeatureScale measure,
    long activations) {
  /** Copies the collections and keeps the terms' order. */
  public LossModel {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    inputs = List.copyOf(inputs);
  }

  /** The names of the variables that hold the losses: the total, and the terms. */
  public List<String> outputs() {
    List<String> outputs = new ArrayList<>(List.of(totalLoss));
    outputs.addAll(terms.values());
    return outputs;
  }

  /**
   * Puts a record of losses together.
   *
   * @param value gives a variable's value
   */
  public Losses losses(ToDoubleFunction<String> value) {
    Map<String, Double> values = new LinkedHashMap<>();
    terms.forEach((name, variable) -> values.put(name, value.applyAsDouble(variable)));
    return new Losses(value.applyAsDouble(totalLoss), values);
  }

  /**
   * The values of all placeholders but the image: the targets, and the scales of their errors.
   *
   * @return by the placeholder's name, of the graph's data type, or of bfloat16 if the target is;
   *     arrays of those types aren't copied
   * @throws IllegalArgumentException if a target isn't there or has another shape
   */
  public Map<String, INDArray> bindings(Targets targets) {
    DataType dataType = graph.getVariable(image).dataType();
    Map<String, INDArray> bindings = new HashMap<>();
    for (TargetInput input : inputs) {
      INDArray target = targets.get(input.name());
      long[] shape = graph.getVariable(input.target()).getShape();
      if (!Arrays.equals(target.shape(), shape)) {
        throw new IllegalArgumentException(
            "the target %s is %s, not %s"
                .formatted(input.name(), Arrays.toString(target.shape()), Arrays.toString(shape)));
      }
      boolean half = target.dataType() == DataType.BFLOAT16;
      bindings.put(input.target(), half ? target : target.castTo(dataType));
      input
          .scale()
          .ifPresent(
              scale ->
                  bindings.put(
                      scale.name(), Nd4j.scalar(dataType, scale.valueFor(target, measure))));
    }
    return bindings;
  }
}
