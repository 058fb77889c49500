package io.github.styletransfer.patches.raster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The regions of a picture and of the paintings that it is painted after, at one size.
 *
 * @param count how many regions there are
 * @param picture the picture's
 * @param paintings those of each painting
 */
public record Areas(int count, Labels picture, List<Labels> paintings) {
  /** Copies the list. */
  public Areas {
    paintings = List.copyOf(paintings);
  }

  /** One region, which is all. */
  public static Areas whole(int width, int height, Paintings paintings) {
    return new Areas(
        1,
        Labels.all(width, height),
        paintings.images().stream().map(some -> Labels.all(some.width(), some.height())).toList());
  }

  /** Whether all is one region. */
  public boolean isWhole() {
    return count == 1 && picture.isAll() && paintings.stream().allMatch(Labels::isAll);
  }

  /** Whether some pixels of a painting serve a region; if none of any do, all of all serve it. */
  public boolean serves(int painting, int region) {
    return paintings.get(painting).count(region) > 0 || isUnserved(region);
  }

  private boolean isUnserved(int region) {
    return paintings.stream().allMatch(some -> some.count(region) == 0);
  }

  /** Which of a painting's pixels serve a region. */
  public Labels serving(int painting, int region) {
    Labels labels = paintings.get(painting);
    return isUnserved(region) ? Labels.all(labels.width(), labels.height()) : labels;
  }

  /**
   * The paintings that serve a region.
   *
   * @return their positions
   */
  public int[] serving(int region) {
    return IntStream.range(0, paintings.size()).filter(i -> serves(i, region)).toArray();
  }
}
