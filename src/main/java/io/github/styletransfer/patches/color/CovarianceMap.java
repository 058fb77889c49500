package io.github.styletransfer.patches.color;

import io.github.styletransfer.patches.raster.FloatImage;

/**
 * Gives a photo the painting's mean colour and colour covariance: the linear map of least change
 * that does so (Pitié and Kokaram, The Linear Monge-Kantorovitch Linear Colour Mapping for
 * Example-Based Colour Transfer, 2007). Values are clipped to -1..1.
 */
public final class CovarianceMap implements ColorMap {
  /** Colours that vary by less than four grey levels are not spread out any further. */
  private static final double NOISE = 4 / 127.5;

  private final float[] matrix = new float[9];
  private final float[] offset = new float[3];

  /** The map from the photo's colours to the painting's. */
  public CovarianceMap(FloatImage photo, FloatImage painting) {
    Colors from = Colors.of(photo);
    Colors to = Colors.of(painting);
    Symmetric a = Symmetric.of(from.covariance(NOISE));
    double[][] root = a.power(0.5);
    double[][] inverse = a.power(-0.5);
    double[][] inner = Symmetric.product(Symmetric.product(root, to.covariance(NOISE)), root);
    double[][] map =
        Symmetric.product(Symmetric.product(inverse, Symmetric.of(inner).power(0.5)), inverse);
    for (int i = 0; i < offset.length; i++) {
      double sum = to.mean()[i];
      for (int j = 0; j < offset.length; j++) {
        matrix[i * offset.length + j] = (float) map[i][j];
        sum -= map[i][j] * from.mean()[j];
      }
      offset[i] = (float) sum;
    }
  }

  @Override
  public void apply(float[] rgb, int at) {
    float red = rgb[at];
    float green = rgb[at + 1];
    float blue = rgb[at + 2];
    for (int i = 0; i < offset.length; i++) {
      int row = i * offset.length;
      float value =
          matrix[row] * red + matrix[row + 1] * green + matrix[row + 2] * blue + offset[i];
      rgb[at + i] = Math.max(-1, Math.min(1, value));
    }
  }
}
