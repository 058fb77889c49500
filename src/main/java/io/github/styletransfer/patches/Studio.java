package io.github.styletransfer.patches;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.patches.color.ColorMap;
import io.github.styletransfer.patches.color.CovarianceMap;
import io.github.styletransfer.patches.color.DistributionMap;
import io.github.styletransfer.patches.raster.Areas;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Labels;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.patches.raster.Randomness;
import io.github.styletransfer.patches.raster.Resampling;
import io.github.styletransfer.region.RegionMap;
import io.github.styletransfer.region.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What all parts of a run work with. */
final class Studio {
  private static final long COLORS = 0;

  /** A region of fewer pixels has no distribution of colours. */
  private static final int FEWEST = 32;

  private final PatchSettings settings;
  private final Bands bands;
  private final Resampling resampling;
  private final Randomness randomness;
  private final FloatImage content;
  private final Paintings paintings;
  private final Optional<Regions> regions;
  private final Areas areas;

  /** Of each region. */
  private final List<ColorMap> covariances;

  private @Nullable List<ColorMap> distributions;

  /** Takes all images at the result's size. */
  Studio(
      PatchSettings settings,
      Bands bands,
      FloatImage content,
      Paintings paintings,
      Optional<Regions> regions) {
    this.settings = settings;
    this.bands = bands;
    this.resampling = new Resampling(bands);
    this.randomness = new Randomness(settings.seed());
    this.content = content;
    this.paintings = paintings;
    this.regions = regions;
    this.areas = areas(content.width(), content.height());
    this.covariances = maps((region, photo, models) -> new CovarianceMap(photo, models));
  }

  PatchSettings settings() {
    return settings;
  }

  Bands bands() {
    return bands;
  }

  Randomness randomness() {
    return randomness;
  }

  /** The photo at some size. */
  FloatImage content(int width, int height) {
    return resized(content, width, height);
  }

  /** The photo with the paintings' mean colour and covariance, in each region. */
  FloatImage tinted(int width, int height) {
    return mapped(content(width, height), covariances);
  }

  /** The photo with all of the paintings' colours, in each region. */
  FloatImage recolored(FloatImage photo) {
    List<ColorMap> maps = distributions;
    if (maps == null) {
      Randomness ofColors = new Randomness(randomness.of(COLORS).nextLong());
      maps = maps((region, part, models) -> new DistributionMap(part, models, ofColors, bands));
      distributions = maps;
    }
    return mapped(photo, maps);
  }

  /** Makes the map of a region's colours. */
  private interface MapMaker {
    ColorMap make(int region, FloatImage photo, Paintings models);
  }

  /** A map for each region. */
  private List<ColorMap> maps(MapMaker maker) {
    List<ColorMap> maps = new ArrayList<>();
    for (int region = 0; region < areas.count(); region++) {
      maps.add(maker.make(region, photoIn(region), paintingsIn(region)));
    }
    return maps;
  }

  private FloatImage photoIn(int region) {
    int pixels = areas.picture().count(region);
    return areas.isWhole() || pixels < FEWEST ? content : areas.picture().cut(content, region);
  }

  /** The parts of the paintings that serve a region; all of them, if there is too little. */
  private Paintings paintingsIn(int region) {
    int[] serving =
        IntStream.range(0, paintings.images().size())
            .filter(i -> areas.paintings().get(i).count(region) >= FEWEST)
            .toArray();
    if (areas.isWhole() || serving.length == 0) {
      return paintings;
    }
    double sum = Arrays.stream(serving).mapToDouble(i -> paintings.shares()[i]).sum();
    return new Paintings(
        Arrays.stream(serving)
            .mapToObj(i -> areas.paintings().get(i).cut(paintings.images().get(i), region))
            .toList(),
        Arrays.stream(serving).mapToDouble(i -> paintings.shares()[i] / sum).toArray());
  }

  /** An image with the colours of each region's map; edges are as soft as the mask's. */
  private FloatImage mapped(FloatImage image, List<ColorMap> maps) {
    if (regions.isEmpty()) {
      return maps.get(0).of(image, bands);
    }
    FloatImage sum = new FloatImage(image.width(), image.height());
    for (int region = 0; region < maps.size(); region++) {
      float[] weights = regions.get().photo().weights(region, image.width(), image.height());
      FloatImage mapped = maps.get(region).of(image, bands);
      for (int i = 0; i < mapped.values().length; i++) {
        sum.values()[i] += weights[i / FloatImage.CHANNELS] * mapped.values()[i];
      }
    }
    return sum;
  }

  /** The regions of the picture and the paintings, at some size of the picture. */
  Areas areas(int width, int height) {
    List<Labels> ofPaintings = new ArrayList<>();
    for (int i = 0; i < paintings.images().size(); i++) {
      int painting = i;
      ImageSize size = reduced(paintings.images().get(i), scale(width, height));
      ofPaintings.add(
          regions
              .flatMap(some -> some.paintings().get(painting))
              .map(map -> labels(map, size.width(), size.height()))
              .orElseGet(() -> Labels.all(size.width(), size.height())));
    }
    return new Areas(
        regions.map(some -> some.photo().count()).orElse(1),
        regions
            .map(some -> labels(some.photo(), width, height))
            .orElseGet(() -> Labels.all(width, height)),
        ofPaintings);
  }

  private static Labels labels(RegionMap map, int width, int height) {
    return new Labels(width, height, map.regions(width, height));
  }

  /** How much the images are reduced for a size of the picture. */
  private double scale(int width, int height) {
    return content.width() >= content.height()
        ? (double) width / content.width()
        : (double) height / content.height();
  }

  private static ImageSize reduced(FloatImage image, double scale) {
    return new ImageSize(
        PatchPlan.scaled(image.width(), scale), PatchPlan.scaled(image.height(), scale));
  }

  /** The paintings, reduced as much as the result is. */
  Paintings paintings(int width, int height) {
    double scale = scale(width, height);
    return paintings.with(
        painting -> {
          ImageSize size = reduced(painting, scale);
          FloatImage reduced = resized(painting, size.width(), size.height());
          if (reduced != painting) {
            reduced.clip();
          }
          return reduced;
        });
  }

  /** The same, never the image itself. */
  FloatImage resizedCopy(FloatImage image, int width, int height) {
    FloatImage resized = resized(image, width, height);
    return resized == image ? image.copy() : resized;
  }

  FloatImage resized(FloatImage image, int width, int height) {
    return resampling.resize(image, width, height);
  }
}
