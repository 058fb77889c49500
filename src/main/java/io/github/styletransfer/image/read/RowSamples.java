package io.github.styletransfer.image.read;

import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Rows of stored samples as whole numbers, of whatever type and arrangement. */
final class RowSamples {
  private static final int MAX_SHORT = 65_535;

  private final Raster raster;
  private final boolean floating;
  private final int shift;
  private final int max;
  private final int[] samples;
  private final double[] floats;

  /**
   * The rows of an image.
   *
   * @param raster the samples
   * @param model says how many bits of them count
   */
  RowSamples(Raster raster, ComponentColorModel model) {
    this.raster = raster;
    int type = raster.getTransferType();
    this.floating = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
    int bits = floating ? Short.SIZE : model.getComponentSize(0);
    this.shift = Math.max(0, bits - Short.SIZE);
    this.max = (1 << (bits - shift)) - 1;
    this.samples = new int[raster.getWidth() * raster.getNumBands()];
    this.floats = new double[floating ? samples.length : 0];
  }

  /** Samples of a pixel, those that don't count included. */
  int bands() {
    return raster.getNumBands();
  }

  /** The largest sample, 1..65535; those of more bits, and floats 0..1, are scaled to 65535. */
  int max() {
    return max;
  }

  /** One row's samples, 0..{@link #max()}, bands side by side; the next call overwrites them. */
  int[] read(int y) {
    int row = raster.getMinY() + y;
    if (floating) {
      raster.getPixels(raster.getMinX(), row, raster.getWidth(), 1, floats);
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (int) (Math.max(0, Math.min(floats[i], 1)) * MAX_SHORT + 0.5);
      }
      return samples;
    }
    raster.getPixels(raster.getMinX(), row, raster.getWidth(), 1, samples);
    if (shift > 0) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] >>>= shift;
      }
    }
    return samples;
  }
}
