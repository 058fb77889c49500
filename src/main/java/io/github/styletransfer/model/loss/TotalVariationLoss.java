package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The total variation loss, of an image in 0..255.
 *
 * <p>Of four neighbours: w times the mean squared difference of vertical neighbours plus that of
 * horizontal ones. A direction in which the image has one pixel has no neighbours and adds nothing.
 *
 * <p>Of eight: w times a third of the mean squared differences of vertical and of horizontal
 * neighbours, plus a twelfth of those along both diagonals. The means are over the image with a
 * border of one pixel, which repeats its outermost pixels.
 *
 * @param weight w, 0 or more; of an image in 0..1, it would be 65025 times as much
 * @param neighbours how many a pixel has
 */
public record TotalVariationLoss(double weight, Neighbours neighbours) implements Loss {
  /** The loss's name. */
  public static final String NAME = "tv";

  private static final int[] ROW = {2, 3};

  /** The share of each direction along rows and columns. */
  private static final double STRAIGHT = 1 / 3.0;

  /** The share of each diagonal. */
  private static final double DIAGONAL = 1 / 12.0;

  /**
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public TotalVariationLoss {
    LayerWeight.requireWeight("total variation weight", weight);
  }

  /**
   * That of the original program, of four neighbours.
   *
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public TotalVariationLoss(double weight) {
    this(weight, Neighbours.FOUR);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<LayerChoice> choice() {
    return Optional.empty();
  }

  @Override
  public TotalVariationLoss on(List<LayerWeight> others) {
    return this;
  }

  @Override
  public List<String> possibleLayers(FeatureNetwork network) {
    return List.of();
  }

  @Override
  public Optional<TargetImage> targetImage() {
    return Optional.empty();
  }

  @Override
  public Map<String, Statistic> addStatistics(LossGraph graph) {
    return Map.of();
  }

  @Override
  public SDVariable addTo(LossGraph graph, Map<String, Statistic> statistics) {
    if (weight == 0) {
      return graph.sum(NAME, List.of());
    }
    Differences differences = new Differences(graph, new ArrayList<>());
    switch (neighbours) {
      case FOUR -> addFour(differences);
      case EIGHT -> addEight(differences);
    }
    return graph.sum(NAME, differences.terms());
  }

  private void addFour(Differences differences) {
    long height = differences.height();
    long width = differences.width();
    double channels = differences.channels();
    differences.add(0, 0, height - 1, width, 1, 0, weight / ((height - 1) * width * channels));
    differences.add(0, 0, height, width - 1, 0, 1, weight / (height * (width - 1) * channels));
  }

  /**
   * The border repeats the differences along the image's edges; a diagonal from an edge to the
   * border is one of them too.
   */
  private void addEight(Differences differences) {
    long height = differences.height();
    long width = differences.width();
    double share = weight / differences.channels();
    double vertical = STRAIGHT * share / ((height + 1) * (width + 2));
    double horizontal = STRAIGHT * share / ((height + 2) * (width + 1));
    double diagonal = DIAGONAL * share / ((height + 1) * (width + 1));
    differences.add(0, 0, height - 1, width, 1, 0, vertical);
    differences.add(0, 0, height, width - 1, 0, 1, horizontal);
    differences.add(0, 0, height - 1, width - 1, 1, 1, diagonal);
    differences.add(0, 1, height - 1, width - 1, 1, -1, diagonal);
    differences.add(0, 0, height - 1, 1, 1, 0, vertical + 2 * diagonal);
    differences.add(0, width - 1, height - 1, 1, 1, 0, vertical + 2 * diagonal);
    differences.add(0, 0, 1, width - 1, 0, 1, horizontal + 2 * diagonal);
    differences.add(height - 1, 0, 1, width - 1, 0, 1, horizontal + 2 * diagonal);
  }

  @Override
  public Map<String, String> options() {
    return neighbours == Neighbours.FOUR
        ? Map.of()
        : Map.of("tv-neighbors", Integer.toString(neighbours.count()));
  }

  @Override
  public String describe() {
    return "total variation "
        + WeightText.of(weight)
        + (neighbours == Neighbours.EIGHT ? " over eight neighbours" : "");
  }

  /**
   * The squared differences of the image's pixels.
   *
   * @param terms those that were added so far
   */
  private record Differences(LossGraph graph, List<SDVariable> terms) {
    long height() {
      return graph.image().size().height();
    }

    long width() {
      return graph.image().size().width();
    }

    long channels() {
      return graph.image().size().channels();
    }

    /** Adds those of a rectangle's pixels to the pixels some rows below and columns on. */
    void add(long top, long left, long height, long width, int down, int right, double factor) {
      if (height > 0 && width > 0) {
        SDVariable other = crop(top + down, left + right, height, width);
        SDVariable pixels = crop(top, left, height, width);
        terms.add(graph.squaredError(other, pixels, ROW).mul(factor));
      }
    }

    private SDVariable crop(long top, long left, long height, long width) {
      FeatureMap image = graph.image();
      return graph.crop(image, top, left, top + height, left + width);
    }
  }
}
