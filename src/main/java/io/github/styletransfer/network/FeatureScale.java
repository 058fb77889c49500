package io.github.styletransfer.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What losses divide by, so that they don't depend on a layer's size or level. */
public enum FeatureScale {
  /**
   * That of the original program: Gram matrices are divided by the elements of the feature maps,
   * squared errors by the elements of their target.
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
  },

  /**
   * Gram matrices are divided by the pixels, squared errors by the sum of their target's squares: 1
   * is the error of all zeros.
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
}
