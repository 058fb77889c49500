package io.github.styletransfer.model;

import io.github.styletransfer.model.loss.TargetName;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the losses compare with.
 *
 * @param arrays feature maps, NHWC [1, H, W, C], or Gram matrices, [C, C]
 */
public record Targets(Map<TargetName, INDArray> arrays) {
  /** Copies the map, not the arrays. */
  public Targets {
    arrays = Map.copyOf(arrays);
  }

  /** These and others. */
  public Targets and(Targets others) {
    Map<TargetName, INDArray> all = new HashMap<>(arrays);
    all.putAll(others.arrays);
    return new Targets(all);
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if it isn't there
   */
  INDArray get(TargetName name) {
    INDArray target = arrays.get(name);
    if (target == null) {
      throw new IllegalArgumentException("there is no target " + name);
    }
    return target;
  }
}
