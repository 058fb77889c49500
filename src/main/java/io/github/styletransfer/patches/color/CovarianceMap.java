package io.github.styletransfer.patches.color;

import io.github.styletransfer.color.LinearMap;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Paintings;

/**
 * Gives a photo the painting's mean colour and colour covariance by the {@linkplain LinearMap
 * linear map} of least change that does so. Values are clipped to -1..1.
 */
public final class CovarianceMap implements ColorMap {
  /** Colours that vary by less than four grey levels are not spread out any further. */
  private static final double NOISE = 4 / 127.5;

  private final float[] matrix = new float[9];
  private final float[] offset = new float[3];

  /** The map from the photo's colours to the paintings'. */
  public CovarianceMap(FloatImage photo, Paintings paintings) {
    Colors from = Colors.of(photo);
    Colors to = Colors.of(paintings);
    double[][] map = LinearMap.between(from.covariance(NOISE), to.covariance(NOISE));
    double[] shift = LinearMap.offset(map, from.mean(), to.mean());
    for (int i = 0; i < offset.length; i++) {
      for (int j = 0; j < offset.length; j++) {
        matrix[i * offset.length + j] = (float) map[i][j];
      }
      offset[i] = (float) shift[i];
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
