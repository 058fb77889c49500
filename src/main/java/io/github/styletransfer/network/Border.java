package io.github.styletransfer.network;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Continues images beyond their borders by their own pixels. Zeros would be an edge to every
 * filter.
 *
 * @param graph what is added to
 * @param pixels on each side
 * @param kind which pixels are seen there
 */
public record Border(SameDiff graph, int pixels, Kind kind) {
  /** What is seen beyond a border. */
  public enum Kind {
    /** The outermost pixels again. */
    REPEAT,
    /**
     * The pixels inside the outermost ones again, as in a mirror: row 1 above row 0, and row H - 2
     * below row H - 1. Where there are no further ones, the last one again: an image of one row
     * sees that row itself.
     */
    REFLECT;

    /** How far inside the outermost of so many rows the one is that is seen so far beyond it. */
    private long inwards(long beyond, long length) {
      return this == REPEAT ? 0 : Math.min(beyond, length - 1);
    }
  }

  private static final int ROWS = 1;
  private static final int COLUMNS = 2;

  /**
   * Adds the border.
   *
   * @param image [1, H, W, C]
   * @return [1, H + 2 pixels, W + 2 pixels, C]
   */
  public FeatureMap add(FeatureMap image) {
    FeatureSize size = image.size();
    FeatureMap taller =
        new FeatureMap(
            along(ROWS, image, size.height()),
            new FeatureSize(size.height() + 2L * pixels, size.width(), size.channels()),
            image.halvings());
    return new FeatureMap(
        along(COLUMNS, taller, size.width()),
        new FeatureSize(taller.size().height(), size.width() + 2L * pixels, size.channels()),
        image.halvings());
  }

  private SDVariable along(int axis, FeatureMap image, long length) {
    Map<Long, SDVariable> slices = new HashMap<>();
    SDVariable[] parts = new SDVariable[2 * pixels + 1];
    parts[pixels] = image.variable();
    for (int beyond = 1; beyond <= pixels; beyond++) {
      long inwards = kind.inwards(beyond, length);
      parts[pixels - beyond] = slices.computeIfAbsent(inwards, at -> slice(axis, image, at));
      parts[pixels + beyond] =
          slices.computeIfAbsent(length - 1 - inwards, at -> slice(axis, image, at));
    }
    return graph.concat(axis, parts);
  }

  private SDVariable slice(int axis, FeatureMap image, long at) {
    FeatureSize size = image.size();
    long[] begin = {0, 0, 0, 0};
    long[] end = {1, size.height(), size.width(), size.channels()};
    begin[axis] = at;
    end[axis] = at + 1;
    return graph.stridedSlice(image.variable(), begin, end, 1, 1, 1, 1);
  }
}
