package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;
import java.util.List;

/**
 * A painting whose style is wanted.
 *
 * @param image of any size
 * @param weight of its style beside that of others, more than 0 and finite; only the proportions of
 *     weights matter
 */
public record Painting(RgbImage image, double weight) {
  /**
   * @throws IllegalArgumentException if the weight is out of its range
   */
  public Painting {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a painting's weight must be more than 0 and finite, not " + weight);
    }
  }

  /** What part of the whole style each is to have, in total 1. */
  public static double[] shares(List<Painting> paintings) {
    double most = paintings.stream().mapToDouble(Painting::weight).max().orElseThrow();
    double sum = paintings.stream().mapToDouble(painting -> painting.weight() / most).sum();
    return paintings.stream().mapToDouble(painting -> painting.weight() / most / sum).toArray();
  }
}
