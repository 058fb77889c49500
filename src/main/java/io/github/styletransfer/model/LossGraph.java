package io.github.styletransfer.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Adds the three losses and their sum to a graph. */
final class LossGraph {
  private final SameDiff graph;
  private final LossSettings settings;
  private final ErrorMeasure measure;
  private final DataType dataType;

  LossGraph(SameDiff graph, LossSettings settings, ErrorMeasure measure, DataType dataType) {
    this.graph = graph;
    this.settings = settings;
    this.measure = measure;
    this.dataType = dataType;
  }

  /**
   * w_c times the sum over the layers of a_l ||F_l(x) - F_l(content)||^2 over the measure's
   * divisor.
   */
  SDVariable content(Map<String, FeatureMap> features, Targets targets) {
    @Nullable SDVariable sum = null;
    for (LayerWeight layer : settings.contentLayers()) {
      FeatureMap map = Objects.requireNonNull(features.get(layer.layer()));
      INDArray target = targets.content(layer.layer());
      SDVariable constant = constant("content_target/" + layer.layer(), target);
      double factor = settings.contentWeight() * layer.weight() / measure.divisor(target);
      sum = plus(sum, squaredError(map.variable(), constant, 2, 3).mul(factor));
    }
    return named("content_loss", sum);
  }

  /**
   * w_s times the sum over the layers of b_l ||G_l(x) - G_l(style)||^2 over the measure's divisor.
   */
  SDVariable style(Map<String, SDVariable> grams, Targets targets) {
    @Nullable SDVariable sum = null;
    for (LayerWeight layer : settings.styleLayers()) {
      SDVariable gram = Objects.requireNonNull(grams.get(layer.layer()));
      INDArray target = targets.style(layer.layer());
      SDVariable constant = constant("style_target/" + layer.layer(), target);
      double factor = settings.styleWeight() * layer.weight() / measure.divisor(target);
      sum = plus(sum, squaredError(gram, constant, 1).mul(factor));
    }
    return named("style_loss", sum);
  }

  /**
   * w_tv times the mean squared difference of vertical neighbours plus that of horizontal ones. A
   * direction in which the image has one pixel has no neighbours and adds nothing.
   */
  SDVariable totalVariation(FeatureMap image) {
    long height = image.size().height();
    long width = image.size().width();
    @Nullable SDVariable sum = null;
    boolean wanted = settings.tvWeight() > 0;
    if (wanted && height > 1) {
      SDVariable lower = crop(image, 1, 0, height, width);
      SDVariable upper = crop(image, 0, 0, height - 1, width);
      double differences = (double) (height - 1) * width * image.size().channels();
      sum = squaredError(lower, upper, 2, 3).mul(settings.tvWeight() / differences);
    }
    if (wanted && width > 1) {
      SDVariable right = crop(image, 0, 1, height, width);
      SDVariable left = crop(image, 0, 0, height, width - 1);
      double differences = (double) height * (width - 1) * image.size().channels();
      sum = plus(sum, squaredError(right, left, 2, 3).mul(settings.tvWeight() / differences));
    }
    return named("tv_loss", sum);
  }

  SDVariable total(SDVariable content, SDVariable style, SDVariable variation) {
    return content.add(style).add("total_loss", variation);
  }

  /**
   * The sum of squared differences, summed row by row first: one running sum over millions of
   * floats would lose digits.
   *
   * @param within the axes of a row
   */
  private SDVariable squaredError(SDVariable a, SDVariable b, int... within) {
    return graph.squaredNorm(a.sub(b), within).sum();
  }

  private SDVariable crop(FeatureMap image, long top, long left, long bottom, long right) {
    return graph.stridedSlice(
        image.variable(),
        new long[] {0, top, left, 0},
        new long[] {1, bottom, right, image.size().channels()},
        1,
        1,
        1,
        1);
  }

  private static SDVariable plus(@Nullable SDVariable sum, SDVariable term) {
    return sum == null ? term : sum.add(term);
  }

  private SDVariable named(String name, @Nullable SDVariable sum) {
    return sum == null ? graph.constant(name, Nd4j.scalar(dataType, 0)) : sum.rename(name);
  }

  private SDVariable constant(String name, INDArray value) {
    return graph.constant(name, value.castTo(dataType));
  }
}
