package io.github.styletransfer.tensorboard;

import io.github.styletransfer.image.RgbImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run begins with.
 *
 * @param content the content image
 * @param styles the style images
 * @param settings values by name, in the order to show them
 * @param learningRate of the optimiser, if it has one
 * @param firstIteration 0-based; more than 0 when an earlier run is resumed
 */
public record RunStart(
    RgbImage content,
    List<RgbImage> styles,
    Map<String, String> settings,
    OptionalDouble learningRate,
    int firstIteration) {
  /**
   * Copies the list and the settings.
   *
   * @throws IllegalArgumentException if the first iteration is negative
   */
  public RunStart {
    if (firstIteration < 0) {
      throw new IllegalArgumentException("firstIteration must be 0 or more, not " + firstIteration);
    }
    styles = List.copyOf(styles);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
