package io.github.styletransfer.transfer;

import io.github.styletransfer.image.RgbImage;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts between images and the arrays the network takes: NHWC [1, H, W, 3] float, RGB 0..255
 * minus the network's mean pixel.
 */
final class ImageTensor {
  private static final int CHANNELS = 3;

  private final float[] meanPixel;

  ImageTensor(float[] meanPixel) {
    this.meanPixel = meanPixel.clone();
  }

  INDArray of(RgbImage image) {
    byte[] samples = image.samples();
    float[] values = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      values[i] = Byte.toUnsignedInt(samples[i]) - meanPixel[i % CHANNELS];
    }
    return Nd4j.create(values, new long[] {1, image.height(), image.width(), CHANNELS}, 'c');
  }

  /**
   * The array plus the mean pixel, clipped to 0..255 and truncated, as the original program does.
   */
  RgbImage toImage(INDArray tensor) {
    float[] values = tensor.data().asFloat();
    byte[] samples = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      float value = values[i] + meanPixel[i % CHANNELS];
      samples[i] = (byte) (int) Math.max(0, Math.min(255, value));
    }
    return new RgbImage((int) tensor.size(2), (int) tensor.size(1), samples);
  }
}
