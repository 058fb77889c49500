package io.github.styletransfer.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What losses divide by, so that they don't depend on a layer's size or level. */
public enum FeatureScale {
  /**
   * That of the original program: Gram matrices are divided by the elements of the feature maps,
   * squared errors by the elements of their target, squared distances by the feature maps.
   */
  MEAN {
    @Override
    public double gramDivisor(double pixels, long channels) {
      return pixels * channels;
    }

    @Override
    public double errorDivisor(INDArray target) {
      return target.length();
    }

    @Override
    public double distanceDivisor(INDArray secondMoment) {
      return secondMoment.rows();
    }
  },

  /**
   * Gram matrices are divided by the pixels, squared errors by the sum of their target's squares: 1
   * is the error of all zeros. So are squared distances: zeros' is the trace of the second moment.
   */
  RELATIVE {
    @Override
    public double gramDivisor(double pixels, long channels) {
      return pixels;
    }

    @Override
    public double errorDivisor(INDArray target) {
      double squares = target.castTo(DataType.DOUBLE).norm2Number().doubleValue();
      return Math.max(squares * squares, Double.MIN_NORMAL);
    }

    @Override
    public double distanceDivisor(INDArray secondMoment) {
      double trace = 0;
      for (int i = 0; i < secondMoment.rows(); i++) {
        trace += secondMoment.getDouble(i, i);
      }
      return Math.max(trace, Double.MIN_NORMAL);
    }
  };

  /**
   * What a Gram matrix is divided by.
   *
   * @param pixels of the whole image's feature maps
   * @param channels of the feature maps
   */
  public abstract double gramDivisor(double pixels, long channels);

  /** What a sum of squared differences from a target is divided by. */
  public abstract double errorDivisor(INDArray target);

  /**
   * What a squared distance of distributions is divided by.
   *
   * @param secondMoment the mean of the products of features, of the target, [C, C]
   */
  public abstract double distanceDivisor(INDArray secondMoment);
}
