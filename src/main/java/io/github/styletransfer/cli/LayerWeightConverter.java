package io.github.styletransfer.cli;

import io.github.styletransfer.model.LayerWeight;
import picocli.CommandLine;

/** Reads {@code name} or {@code name:weight}; the weight is 1 when left out. */
final class LayerWeightConverter implements CommandLine.ITypeConverter<LayerWeight> {
  @Override
  public LayerWeight convert(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new LayerWeight(text.strip(), 1);
    }
    String name = text.substring(0, colon).strip();
    String weight = text.substring(colon + 1).strip();
    try {
      return new LayerWeight(name, Double.parseDouble(weight));
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException(
          "'" + weight + "' is no number: layers are written name or name:weight");
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
    }
  }
}
