package io.github.styletransfer.model.loss;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.Strip;
import io.github.styletransfer.region.RegionWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** By region and number of halvings. */
  private final Map<List<Integer>, SDVariable> weights = new HashMap<>();

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
      return List.of(new Area(UnaryOperator.identity(), 1, pixels, UnaryOperator.identity()));
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
                features -> weighted(features, region)));
      }
    }
    return areas;
  }

  /** Feature maps, of the rows that count, times the square roots of a region's weights. */
  private FeatureMap weighted(FeatureMap map, int region) {
    SDVariable roots =
        weights.computeIfAbsent(
            List.of(region, map.halvings()), key -> roots(region, map.halvings()));
    weighted += map.size().elements();
    return new FeatureMap(map.variable().mul(roots), map.size(), map.halvings());
  }

  private SDVariable roots(int region, int halvings) {
    RegionWeights some = regions.orElseThrow().image().at(halvings);
    long first = rowOf(strip.first(), halvings);
    long end = rowOf(strip.end(), halvings);
    float[] plane = some.plane(region);
    float[] roots = new float[Math.toIntExact((end - first) * some.width())];
    int from = Math.toIntExact(first * some.width());
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(plane[from + i]);
    }
    return graph.constant(
        "region_weights/%d_%d".formatted(region + 1, halvings),
        Nd4j.create(roots, new long[] {1, end - first, some.width(), 1}, 'c').castTo(dataType));
  }

  /** The row of the whole image's feature maps that belongs to one of the image. */
  private static long rowOf(long row, int halvings) {
    return (row + (1L << halvings) - 1) >> halvings;
  }
}
