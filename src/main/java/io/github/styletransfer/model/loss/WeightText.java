package io.github.styletransfer.model.loss;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Weights as short as they can be read, for the log. */
final class WeightText {
  private static final MathContext DIGITS = new MathContext(4);
  private static final int MOST_ZEROS = 6;

  /** More layers of the same weight are told by the first and the last. */
  private static final int MOST_NAMES = 5;

  private WeightText() {}

  /** A weight, rounded to four digits. */
  static String of(double weight) {
    BigDecimal rounded = new BigDecimal(weight).round(DIGITS).stripTrailingZeros();
    return rounded.scale() > MOST_ZEROS + DIGITS.getPrecision() || rounded.scale() < -MOST_ZEROS
        ? rounded.toString().replace("E+", "e").replace('E', 'e')
        : rounded.toPlainString();
  }

  /** Layers, such as {@code relu1_1:0.5, relu2_1:2}, or {@code relu1_1, relu2_1 (0.5 each)}. */
  static String of(List<LayerWeight> layers) {
    if (layers.isEmpty()) {
      return "no layers";
    }
    return equal(layers)
        ? names(layers) + each(layers, of(layers.get(0).weight()))
        : layers.stream()
            .map(layer -> layer.layer() + ":" + of(layer.weight()))
            .collect(Collectors.joining(", "));
  }

  /** Layers whose weights sum to 1, such as {@code relu1_1, relu2_1 (1/2 each)}. */
  static String ofNormalised(List<LayerWeight> layers) {
    return equal(layers) && layers.size() > 1
        ? names(layers) + each(layers, "1/" + layers.size())
        : of(layers);
  }

  private static String each(List<LayerWeight> layers, String weight) {
    return layers.size() == 1 ? " (" + weight + ")" : " (" + weight + " each)";
  }

  private static boolean equal(List<LayerWeight> layers) {
    return layers.stream().map(layer -> of(layer.weight())).distinct().count() == 1;
  }

  private static String names(List<LayerWeight> layers) {
    return layers.size() > MOST_NAMES
        ? layers.get(0).layer() + " … " + layers.get(layers.size() - 1).layer()
        : layers.stream().map(LayerWeight::layer).collect(Collectors.joining(", "));
  }
}
