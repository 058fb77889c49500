package io.github.styletransfer.cli;

import io.github.styletransfer.model.loss.LayerWeight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code name} or {@code name:weight}, or several with commas; a weight left out is 1. */
final class LayerWeightsConverter implements ITypeConverter<LayerWeights> {
  @Override
  public LayerWeights convert(String text) {
    List<LayerWeight> layers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String part : text.split(",", -1)) {
      LayerWeight layer = layer(part);
      if (!names.add(layer.layer())) {
        throw new TypeConversionException("names layer " + layer.layer() + " twice");
      }
      layers.add(layer);
    }
    return new LayerWeights(layers);
  }

  private static LayerWeight layer(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    if (name.isEmpty()) {
      throw malformed(text);
    }
    if (colon < 0) {
      return new LayerWeight(name, 1);
    }
    String weight = text.substring(colon + 1).strip();
    try {
      return new LayerWeight(name, Double.parseDouble(weight));
    } catch (NumberFormatException e) {
      throw malformed(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "gives layer " + name + " the weight " + weight + ", which must be more than 0");
    }
  }

  private static TypeConversionException malformed(String text) {
    return new TypeConversionException(
        "must name layers with or without weights, such as relu4_2 or relu4_2:0.5, not '"
            + text
            + "'");
  }
}
