package io.github.styletransfer.descent;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetName;
import io.github.styletransfer.network.Strip;
import io.github.styletransfer.network.Strips;
import io.github.styletransfer.transfer.StopRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A painting's Gram matrices. They are sums over its pixels, so that those of a painting much
 * larger than the photo are taken strip by strip, in no more memory than the photo takes. Whether
 * they are depends on the two sizes alone, so that a run gives the same bytes on any machine like
 * this one; unless memory is so short that the engine takes strips of its own, which are lower.
 *
 * @param engines compute them
 * @param models builds their graphs
 * @param tensors converts images to arrays
 * @param beside bytes that the process takes for images, and targets that are known
 */
record StyleTargets(EngineFactory engines, ModelBuilder models, ImageTensor tensors, long beside) {
  private static final Logger LOG = LoggerFactory.getLogger(StyleTargets.class);

  /** A painting that has no more is taken as a whole: that costs less than the libraries do. */
  private static final long FEW_PIXELS = 1 << 19;

  /** A strip of fewer isn't worth its margins. */
  private static final long FEWEST_PIXELS = 1 << 18;

  /**
   * How many times as many pixels as the photo a painting may have to be taken as a whole: for the
   * losses, a photo's pixel costs more than twice of what a painting's does.
   */
  private static final double MORE_THAN_THE_CONTENT = 1.5;

  /**
   * Computes them.
   *
   * @param contentPixels how many the image being optimised has
   * @param regions of the painting, for each of which there are targets; empty if all of it is one
   * @param stop ends the work early
   * @return empty if stopped
   */
  Optional<Targets> of(
      RgbImage style, long contentPixels, Optional<StyleRegions> regions, StopRequest stop) {
    List<Strip> strips = strips(style.width(), style.height(), contentPixels, regions);
    if (strips.size() == 1) {
      return Optional.of(share(style, strips.get(0), regions));
    }
    LOG.info(
        "As it is resized, the painting has {} x {} pixels, {} times as many as the photo:"
            + " reading it in {} strips",
        style.width(),
        style.height(),
        Math.round((double) style.width() * style.height() / contentPixels),
        strips.size());
    giveBack();
    Map<TargetName, INDArray> sums = new HashMap<>();
    for (Strip strip : strips) {
      if (stop.isRequested()) {
        return Optional.empty();
      }
      LOG.debug("Rows {} to {}", strip.first(), strip.end() - 1);
      share(style, strip, regions).arrays().forEach((name, gram) -> add(sums, name, gram));
    }
    sums.replaceAll((name, sum) -> sum.castTo(DataType.FLOAT));
    giveBack();
    return Optional.of(new Targets(sums));
  }

  /**
   * About how much memory it takes, all of the process included; bytes.
   *
   * @param style its size
   * @param contentPixels how many the image being optimised has
   * @param regions of the painting; empty if all of it is one
   */
  long peakBytes(ImageSize style, long contentPixels, Optional<StyleRegions> regions) {
    List<Strip> strips = strips(style.width(), style.height(), contentPixels, regions);
    return peakBytes(largest(strips), style.width(), regions);
  }

  /** Into how many strips a painting is cut. */
  int strips(RgbImage style, long contentPixels, Optional<StyleRegions> regions) {
    return strips(style.width(), style.height(), contentPixels, regions).size();
  }

  private List<Strip> strips(
      int width, int height, long contentPixels, Optional<StyleRegions> regions) {
    long most = Math.round(MORE_THAN_THE_CONTENT * contentPixels);
    Strip whole = Strip.whole(height);
    if ((long) width * height <= Math.max(FEW_PIXELS, most)) {
      return List.of(whole);
    }
    List<Strip> strips =
        Strips.of(width, height, models.reach(TargetImage.STYLE), Math.max(FEWEST_PIXELS, most));
    return peakBytes(whole, width, regions) < peakBytes(largest(strips), width, regions)
        ? List.of(whole)
        : strips;
  }

  private static Strip largest(List<Strip> strips) {
    return Collections.max(strips, Comparator.comparingInt(Strip::rows));
  }

  private long peakBytes(Strip strip, int width, Optional<StyleRegions> regions) {
    return engines.targetBytes(models.targets(TargetImage.STYLE, strip, width, regions), beside);
  }

  private Targets share(RgbImage style, Strip strip, Optional<StyleRegions> regions) {
    INDArray rows = tensors.of(style, strip.top(), strip.bottom());
    try {
      return engines.targets(
          models.targets(TargetImage.STYLE, strip, style.width(), regions), rows, beside);
    } finally {
      rows.close();
    }
  }

  /**
   * Reading images and each strip leave Java's collector some megabytes, which it would keep while
   * native arrays need the memory.
   */
  private static void giveBack() {
    System.gc();
  }

  private static void add(Map<TargetName, INDArray> sums, TargetName name, INDArray gram) {
    INDArray share = gram.castTo(DataType.DOUBLE);
    gram.close();
    sums.merge(name, share, INDArray::addi);
  }
}
