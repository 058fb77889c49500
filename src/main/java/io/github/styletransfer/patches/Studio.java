package io.github.styletransfer.patches;

import io.github.styletransfer.patches.color.ColorMap;
import io.github.styletransfer.patches.color.CovarianceMap;
import io.github.styletransfer.patches.color.DistributionMap;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Randomness;
import io.github.styletransfer.patches.raster.Resampling;
import org.jspecify.annotations.Nullable;

/** What all parts of a run work with. */
final class Studio {
  private static final long COLORS = 0;

  private final PatchSettings settings;
  private final Bands bands;
  private final Resampling resampling;
  private final Randomness randomness;
  private final FloatImage content;
  private final FloatImage painting;
  private final ColorMap covariance;
  private @Nullable ColorMap distribution;

  /** Takes both images at the result's size. */
  Studio(PatchSettings settings, Bands bands, FloatImage content, FloatImage painting) {
    this.settings = settings;
    this.bands = bands;
    this.resampling = new Resampling(bands);
    this.randomness = new Randomness(settings.seed());
    this.content = content;
    this.painting = painting;
    this.covariance = new CovarianceMap(content, painting);
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

  /** The photo with the painting's mean colour and covariance. */
  FloatImage tinted(int width, int height) {
    return covariance.of(content(width, height), bands);
  }

  /** The photo with all of the painting's colours. */
  FloatImage recolored(FloatImage photo) {
    ColorMap map = distribution;
    if (map == null) {
      Randomness ofColors = new Randomness(randomness.of(COLORS).nextLong());
      map = new DistributionMap(content, painting, ofColors, bands);
      distribution = map;
    }
    return map.of(photo, bands);
  }

  /** The painting, reduced as much as the result is. */
  FloatImage painting(int width, int height) {
    double scale =
        content.width() >= content.height()
            ? (double) width / content.width()
            : (double) height / content.height();
    FloatImage reduced =
        resized(
            painting,
            PatchPlan.scaled(painting.width(), scale),
            PatchPlan.scaled(painting.height(), scale));
    if (reduced != painting) {
      reduced.clip();
    }
    return reduced;
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
