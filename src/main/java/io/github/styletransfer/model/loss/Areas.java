package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.Strip;
import io.github.styletransfer.region.RegionWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The areas of an image that style is looked at in: all of it, or its regions one by one. */
final class Areas {
  private final SameDiff graph;
  private final DataType dataType;
  private final Strip strip;
  private final Optional<StyleRegions> regions;

  /** By name: what layers of one size have in common. */
  private final Map<String, SDVariable> constants = new HashMap<>();

  private long weighted;

  /**
   * Adds nothing yet.
   *
   * @param strip which of the image's rows count
   * @param regions of the whole image; empty if all of it is one
   */
  Areas(SameDiff graph, DataType dataType, Strip strip, Optional<StyleRegions> regions) {
    this.graph = graph;
    this.dataType = dataType;
    this.strip = strip;
    this.regions = regions;
  }

  /** The number of elements of weighted feature maps. */
  long weightedElements() {
    return weighted;
  }

  /** The areas on a layer of feature maps, of which all rows are there. */
  List<Area> on(FeatureMap map) {
    int halvings = map.halvings();
    if (regions.isEmpty()) {
      double pixels = (double) strip.wholeRows(halvings) * map.size().width();
      return List.of(
          new Area(UnaryOperator.identity(), 1, pixels, UnaryOperator.identity(), this::ones));
    }
    StyleRegions some = regions.get();
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < some.image().count(); i++) {
      int region = i;
      if (some.isLookedAt(region, halvings)) {
        areas.add(
            new Area(
                layer -> StyleRegions.name(layer, region),
                some.image().at(0).share(region),
                some.image().at(halvings).pixels(region),
                features -> weighted(features, region),
                features -> column(features, region)));
      }
    }
    return areas;
  }

  /** Feature maps, of the rows that count, times the square roots of a region's weights. */
  private FeatureMap weighted(FeatureMap map, int region) {
    weighted += map.size().elements();
    SDVariable roots =
        constant(
            "region_roots/%d_%d".formatted(region + 1, map.halvings()),
            () -> roots(region, map.halvings()),
            1,
            map.size().height(),
            map.size().width(),
            1);
    return new FeatureMap(map.variable().mul(roots), map.size(), map.halvings());
  }

  private SDVariable column(FeatureMap map, int region) {
    return constant(
        "region_roots/%d_%d/column".formatted(region + 1, map.halvings()),
        () -> roots(region, map.halvings()),
        pixels(map),
        1);
  }

  private SDVariable ones(FeatureMap map) {
    return constant("ones/%d".formatted(map.halvings()), () -> ones(pixels(map)), pixels(map), 1);
  }

  /** Those of the rows that count. */
  private long pixels(FeatureMap map) {
    return (strip.endRow(map.halvings()) - strip.firstRow(map.halvings())) * map.size().width();
  }

  private SDVariable constant(String name, Supplier<float[]> values, long... shape) {
    return constants.computeIfAbsent(
        name, key -> graph.constant(key, Nd4j.create(values.get(), shape, 'c').castTo(dataType)));
  }

  private static float[] ones(long count) {
    float[] ones = new float[Math.toIntExact(count)];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The square roots of a region's weights, of the rows that count. */
  private float[] roots(int region, int halvings) {
    RegionWeights some = regions.orElseThrow().image().at(halvings);
    long first = rowOf(strip.first(), halvings);
    long end = rowOf(strip.end(), halvings);
    float[] plane = some.plane(region);
    float[] roots = new float[Math.toIntExact((end - first) * some.width())];
    int from = Math.toIntExact(first * some.width());
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(plane[from + i]);
    }
    return roots;
  }

  /** The row of the whole image's feature maps that belongs to one of the image. */
  private static long rowOf(long row, int halvings) {
    return (row + (1L << halvings) - 1) >> halvings;
  }
}
