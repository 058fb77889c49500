package io.github.styletransfer.network;

import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Continues images beyond their borders by repeating the outermost pixels. Zeros would be an edge
 * to every filter, and a reflection makes edges perpendicular to none.
 *
 * @param graph what is added to
 * @param pixels on each side
 */
public record Border(SameDiff graph, int pixels) {
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
    SDVariable first = slice(axis, image, 0);
    SDVariable last = slice(axis, image, length - 1);
    SDVariable[] parts = new SDVariable[2 * pixels + 1];
    Arrays.fill(parts, 0, pixels, first);
    parts[pixels] = image.variable();
    Arrays.fill(parts, pixels + 1, parts.length, last);
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
