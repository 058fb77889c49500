package io.github.styletransfer.model.loss;

import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What a loss compares with its target, on one layer.
 *
 * @param variable of the graph
 * @param shape of the array
 */
public record Statistic(SDVariable variable, List<Long> shape) {
  /** Copies the shape. */
  public Statistic {
    shape = List.copyOf(shape);
  }

  static Statistic of(SDVariable variable, long... shape) {
    return new Statistic(variable, LongStream.of(shape).boxed().toList());
  }

  /** The number of elements. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
