package io.github.styletransfer.model;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a sum of squared differences from a target is divided by. */
enum ErrorMeasure {
  /** The number of elements: the mean squared error. */
  MEAN {
    @Override
    double divisor(INDArray target) {
      return target.length();
    }
  },
  /** The sum of the target's squares: 1 is the error of all zeros. */
  RELATIVE {
    @Override
    double divisor(INDArray target) {
      double squares = target.castTo(DataType.DOUBLE).norm2Number().doubleValue();
      return Math.max(squares * squares, Double.MIN_NORMAL);
    }
  };

  abstract double divisor(INDArray target);
}
