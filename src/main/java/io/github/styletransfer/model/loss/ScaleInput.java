package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureScale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer's error is multiplied by, as an input of a graph.
 *
 * @param name of the placeholder, a scalar
 * @param weight the loss's weight times the layer's
 * @param kind what kind of error it is
 */
public record ScaleInput(String name, double weight, Kind kind) {
  /** Kinds of errors, which are measured differently. */
  public enum Kind {
    /** The sum of squared differences from the target. */
    SQUARES {
      @Override
      double divisor(INDArray target, FeatureScale measure) {
        return measure.errorDivisor(target);
      }
    },
    /** The squared distance of distributions; the target is a second moment. */
    DISTANCE {
      @Override
      double divisor(INDArray target, FeatureScale measure) {
        return measure.distanceDivisor(target);
      }
    };

    /** What an error is divided by. */
    abstract double divisor(INDArray target, FeatureScale measure);
  }

  static ScaleInput of(TargetName target, double weight, Kind kind) {
    return new ScaleInput(target.loss() + "_scale/" + target.layer(), weight, kind);
  }

  /** The scale that belongs to a target: the weight over what the error is divided by. */
  public double valueFor(INDArray target, FeatureScale measure) {
    return weight / kind.divisor(target, measure);
  }
}
