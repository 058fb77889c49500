package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;

/** The mean squared difference of an image's patches and a painting's. */
final class PatchDifference {
  private static final int CHANNELS = FloatImage.CHANNELS;
  private static final float BOUND_UNIT = 1 / (CHANNELS * PatchFeatures.ONE * PatchFeatures.ONE);

  private final float[] image;
  private final float[] painting;
  private final short[] ofImage;
  private final short[] ofPainting;
  private final int side;
  private final int imageWidth;
  private final int paintingWidth;
  private final float share;

  /**
   * Prepares for an image.
   *
   * @param side of a patch, in pixels
   * @param ofImage the features of the image's patches
   * @param ofPainting the features of the painting's patches
   */
  PatchDifference(
      FloatImage image, FloatImage painting, int side, short[] ofImage, short[] ofPainting) {
    this.image = image.values();
    this.painting = painting.values();
    this.side = side;
    this.imageWidth = image.width();
    this.paintingWidth = painting.width();
    this.ofImage = ofImage;
    this.ofPainting = ofPainting;
    this.share = (float) (1.0 / (side * side * CHANNELS));
  }

  /** Those of all of a field's pairs. */
  void all(PatchField field, float[] differences, Bands bands) {
    bands.rows(
        field.height(),
        (first, end) -> {
          for (int y = first; y < end; y++) {
            for (int x = 0; x < field.width(); x++) {
              int i = y * field.width() + x;
              differences[i] = of(x, y, field.x()[i], field.y()[i], Float.MAX_VALUE);
            }
          }
        });
  }

  /**
   * What the difference of two patches can't be below, but for rounding, which takes less time to
   * find out.
   */
  float bound(int x, int y, int paintingX, int paintingY) {
    int a = (y * (imageWidth - side + 1) + x) * PatchFeatures.COUNT;
    int b = (paintingY * (paintingWidth - side + 1) + paintingX) * PatchFeatures.COUNT;
    int red = ofImage[a] - ofPainting[b];
    int green = ofImage[a + 1] - ofPainting[b + 1];
    int blue = ofImage[a + 2] - ofPainting[b + 2];
    int deviation = ofImage[a + 3] - ofPainting[b + 3];
    return (red * red + green * green + blue * blue + deviation * deviation) * BOUND_UNIT;
  }

  /** The difference of two patches, or infinity if it is above a limit. */
  float of(int x, int y, int paintingX, int paintingY, float limit) {
    int a = (y * imageWidth + x) * CHANNELS;
    int b = (paintingY * paintingWidth + paintingX) * CHANNELS;
    int length = side * CHANNELS;
    float most = limit / share;
    float sum = 0;
    for (int row = 0; row < side; row++) {
      float reds = 0;
      float greens = 0;
      float blues = 0;
      for (int i = 0; i < length; i += CHANNELS) {
        float red = image[a + i] - painting[b + i];
        float green = image[a + i + 1] - painting[b + i + 1];
        float blue = image[a + i + 2] - painting[b + i + 2];
        reds += red * red;
        greens += green * green;
        blues += blue * blue;
      }
      sum += reds + greens + blues;
      if (sum > most) {
        return Float.POSITIVE_INFINITY;
      }
      a += imageWidth * CHANNELS;
      b += paintingWidth * CHANNELS;
    }
    return sum * share;
  }
}
