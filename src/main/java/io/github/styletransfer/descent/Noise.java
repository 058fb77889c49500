package io.github.styletransfer.descent;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Normal noise that depends on the seed alone, not on the machine. */
final class Noise {
  private static final double STANDARD_DEVIATION = 0.256;

  private Noise() {}

  /** Noise as a float array of the given shape. */
  static INDArray of(long seed, long... shape) {
    Random random = new Random(seed);
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    float[] values = new float[Math.toIntExact(length)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * STANDARD_DEVIATION);
    }
    return Nd4j.create(values, shape, 'c');
  }
}
