package io.github.styletransfer.job;

import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The losses that are asked for, before it is known which layers the network has.
 *
 * @param contentWeight of the content loss
 * @param styleWeight of the style loss
 * @param tvWeight of the total variation loss
 * @param contentLayers null for the network's default
 * @param styleLayers null for the network's default
 */
public record LossRequest(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    @Nullable List<LayerWeight> contentLayers,
    @Nullable List<LayerWeight> styleLayers) {
  /**
   * @throws IllegalArgumentException if a weight is out of its range or a layer is named twice
   */
  public LossRequest {
    new LossSettings(
        contentWeight,
        styleWeight,
        tvWeight,
        contentLayers == null ? List.of() : contentLayers,
        styleLayers == null ? List.of() : styleLayers);
  }

  /**
   * The losses on a network.
   *
   * @throws UserException if the network doesn't have a layer that is asked for
   */
  public LossSettings on(FeatureNetwork network, NetworkDefaults defaults) throws UserException {
    LossSettings settings =
        new LossSettings(
            contentWeight,
            styleWeight,
            tvWeight,
            contentLayers == null ? defaults.contentLayers().of(network) : contentLayers,
            styleLayers == null ? defaults.styleLayers().of(network) : styleLayers);
    List<String> unknown = settings.unknownLayers(network);
    if (!unknown.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "The network has no layer named "
              + String.join(", ", unknown)
              + ". It has "
              + String.join(
                  ", ",
                  Stream.concat(network.contentLayers().stream(), network.styleLayers().stream())
                      .distinct()
                      .toList())
              + ".");
    }
    return settings;
  }
}
