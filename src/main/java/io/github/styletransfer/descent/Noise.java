package io.github.styletransfer.descent;

import java.nio.FloatBuffer;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Normal noise that depends on the seed alone, not on the machine. */
final class Noise {
  private static final double STANDARD_DEVIATION = 0.256;

  /** Written at a time, so that nothing of an image's size is left to Java's collector. */
  private static final int BLOCK = 1 << 14;

  private Noise() {}

  /** Noise as a float array of the given shape. */
  static INDArray of(long seed, long... shape) {
    Random random = new Random(seed);
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    INDArray noise = Nd4j.createUninitialized(DataType.FLOAT, shape);
    FloatBuffer values = noise.data().asNioFloat();
    float[] block = new float[BLOCK];
    for (long start = 0; start < length; start += BLOCK) {
      int count = (int) Math.min(BLOCK, length - start);
      for (int i = 0; i < count; i++) {
        block[i] = (float) (random.nextGaussian() * STANDARD_DEVIATION);
      }
      values.put(block, 0, count);
    }
    return noise;
  }
}
