package io.github.styletransfer;

import io.github.styletransfer.network.vgg.Layer;
import io.github.styletransfer.network.vgg.Vgg19;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** VGG-19 with few channels and random weights. */
public final class RandomNetworks {
  private static final int[] CONVOLUTIONS_PER_BLOCK = {2, 2, 4, 4, 4};

  private RandomNetworks() {}

  /** Channels of block b: widths[b - 1]. */
  public static Vgg19 vgg19(long seed, int... widths) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    int in = 3;
    for (int block = 1; block <= widths.length; block++) {
      int out = widths[block - 1];
      for (int i = 1; i <= CONVOLUTIONS_PER_BLOCK[block - 1]; i++) {
        String suffix = block + "_" + i;
        INDArray kernel = normal(random, Math.sqrt(2.0 / (9 * in)), 3, 3, in, out);
        layers.add(new Layer.Convolution("conv" + suffix, kernel, normal(random, 0.1, out)));
        layers.add(new Layer.Relu("relu" + suffix));
        in = out;
      }
      layers.add(new Layer.Pool("pool" + block));
    }
    return new Vgg19(layers, new float[] {123.68f, 116.779f, 103.939f});
  }

  /** Independent normal numbers, float. */
  public static INDArray normal(Random random, double deviation, long... shape) {
    int length = 1;
    for (long size : shape) {
      length *= (int) size;
    }
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return Nd4j.create(values, shape, 'c');
  }
}
