package io.github.styletransfer.model;

import io.github.styletransfer.loss.Losses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The graph that gives the losses of the image being optimised; all of them scalars.
 *
 * @param graph the SameDiff graph; its loss variable is the total loss
 * @param image name of the placeholder for the image: NHWC [1, H, W, 3], mean-subtracted RGB
 * @param totalLoss name of the total loss
 * @param terms by the name of a loss, the name of the variable that is its weighted value; the
 *     total is their sum
 */
public record LossModel(SameDiff graph, String image, String totalLoss, Map<String, String> terms) {
  /** Copies the terms and keeps their order. */
  public LossModel {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
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
}
