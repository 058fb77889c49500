package io.github.styletransfer.model.loss;

import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What a loss compares with its target, on one layer.
 *
 * @param variable of the graph
 * @param shape of the array
 * @param layer the layer's name
 * @param share of the image that it is of, 0..1
 */
public record Statistic(SDVariable variable, List<Long> shape, String layer, double share) {
  /** Copies the shape. */
  public Statistic {
    shape = List.copyOf(shape);
  }

  /** What is taken of all of an image. */
  static Statistic of(String layer, SDVariable variable, long... shape) {
    return of(layer, 1, variable, shape);
  }

  static Statistic of(String layer, double share, SDVariable variable, long... shape) {
    return new Statistic(variable, LongStream.of(shape).boxed().toList(), layer, share);
  }

  /** The number of elements. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
