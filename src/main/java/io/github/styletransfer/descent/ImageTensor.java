package io.github.styletransfer.descent;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Converts between images and the arrays the network takes: NHWC [1, H, W, 3] float, RGB 0..255
 * minus the network's mean pixel.
 */
final class ImageTensor {

  private final float[] meanPixel;

  ImageTensor(float[] meanPixel) {
    this.meanPixel = meanPixel.clone();
  }

  INDArray of(RgbImage image) {
    return of(image, 0, image.height());
  }

  /**
   * Some of an image's rows, row by row, so that nothing of their size is left to Java's collector.
   *
   * @param top the first row
   * @param bottom the row after the last
   */
  INDArray of(RgbImage image, int top, int bottom) {
    byte[] samples = image.samples();
    INDArray array =
        Nd4j.createUninitializedDetached(
            DataType.FLOAT, 1, bottom - top, image.width(), RgbImage.CHANNELS);
    FloatBuffer values = array.data().asNioFloat();
    float[] row = new float[image.width() * RgbImage.CHANNELS];
    for (int y = top; y < bottom; y++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Byte.toUnsignedInt(samples[y * row.length + i]) - meanPixel[i % RgbImage.CHANNELS];
      }
      values.put(row);
    }
    return array;
  }

  /**
   * The array plus the mean pixel, clipped to 0..255 and truncated, as the original program does.
   */
  RgbImage toImage(INDArray tensor) {
    FloatBuffer values = tensor.data().asNioFloat();
    byte[] samples = new byte[Math.toIntExact(tensor.length())];
    float[] row = new float[Math.toIntExact(tensor.size(2)) * RgbImage.CHANNELS];
    for (int start = 0; start < samples.length; start += row.length) {
      values.get(start, row, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        float value = row[i] + meanPixel[i % RgbImage.CHANNELS];
        samples[start + i] = (byte) (int) Math.max(0, Math.min(255, value));
      }
    }
    return new RgbImage((int) tensor.size(2), (int) tensor.size(1), samples);
  }

  /**
   * The same in 16 bits, without the margin, and truncated likewise: what is left of its samples in
   * 8 bits is {@link #toImage}'s.
   */
  DeepImage toDeep(INDArray tensor, Margin margin) {
    FloatBuffer values = tensor.data().asNioFloat();
    int border = margin.pixels();
    int height = Math.toIntExact(tensor.size(1)) - 2 * border;
    int width = Math.toIntExact(tensor.size(2)) - 2 * border;
    short[] samples = new short[Math.multiplyExact(width * RgbImage.CHANNELS, height)];
    float[] row = new float[width * RgbImage.CHANNELS];
    for (int y = 0; y < height; y++) {
      int first = Math.toIntExact((y + border) * tensor.size(2) + border) * RgbImage.CHANNELS;
      values.get(first, row, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        float value = row[i] + meanPixel[i % RgbImage.CHANNELS];
        double clipped = Math.max(0, Math.min(255, value));
        samples[y * row.length + i] = (short) (int) (clipped * DeepImage.STEPS);
      }
    }
    return new DeepImage(new ImageSize(width, height), samples);
  }

  /** Changes each value to the closest that an image may have. */
  void clamp(INDArray tensor) {
    FloatBuffer values = tensor.data().asNioFloat();
    float[] row = new float[Math.toIntExact(tensor.size(2)) * RgbImage.CHANNELS];
    for (int start = 0; start < tensor.length(); start += row.length) {
      values.get(start, row, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        float mean = meanPixel[i % RgbImage.CHANNELS];
        row[i] = Math.max(-mean, Math.min(255 - mean, row[i]));
      }
      values.put(start, row, 0, row.length);
    }
  }
}
