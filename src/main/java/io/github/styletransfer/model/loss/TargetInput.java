package io.github.styletransfer.model.loss;

import java.util.Optional;

/**
 * A target as an input of a graph.
 *
 * @param name which target it is
 * @param target the name of its placeholder, an array of the statistic's shape
 * @param scale what the error of its layer is multiplied by; empty if another of the layer's
 *     targets has it
 */
public record TargetInput(TargetName name, String target, Optional<ScaleInput> scale) {
  /** Whether it is of the style of a region. */
  public boolean isOf(int region) {
    return name.layer().endsWith(StyleRegions.name("", region));
  }

  static TargetInput of(TargetName name) {
    return new TargetInput(name, name.loss() + "_target/" + name.layer(), Optional.empty());
  }

  static TargetInput of(TargetName name, ScaleInput scale) {
    return new TargetInput(name, of(name).target(), Optional.of(scale));
  }
}
