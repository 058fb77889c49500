package io.github.styletransfer.patches;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;

/**
 * What the photo asks of the picture at one size: the guide in flat areas, the photo in the
 * painting's colours at its edges.
 */
final class ContentTarget {
  private static final float FLOOR = 0.1f;
  private static final float HALF_CONTRAST = 0.06f;
  private static final int REACH = 2;

  /** Edges that are as good as all that counts; far more isn't a number in single precision. */
  private static final double STRONGEST = 1e9;

  private static final int CHANNELS = FloatImage.CHANNELS;

  private final FloatImage colors;
  private final float[] weights;

  private ContentTarget(FloatImage colors, float[] weights) {
    this.colors = colors;
    this.weights = weights;
  }

  /**
   * The target.
   *
   * @param photo at this size
   * @param recolored the photo in the painting's colours
   * @param guide at this size; overwritten
   * @param strength of edges
   */
  static ContentTarget of(
      FloatImage photo, FloatImage recolored, FloatImage guide, double strength, Bands bands) {
    float factor = (float) Math.min(strength, STRONGEST);
    int width = photo.width();
    float[] brightness = new float[width * photo.height()];
    float[] weights = new float[brightness.length];
    bands.rows(
        photo.height(),
        (first, end) -> {
          for (int i = first * width; i < end * width; i++) {
            int at = i * CHANNELS;
            float[] values = photo.values();
            brightness[i] = (values[at] + values[at + 1] + values[at + 2]) / CHANNELS;
          }
        });
    bands.rows(
        photo.height(),
        (first, end) -> {
          for (int y = first; y < end; y++) {
            for (int x = 0; x < width; x++) {
              int i = y * width + x;
              float contrast = contrast(brightness, width, photo.height(), x, y);
              float edge = contrast / (contrast + HALF_CONTRAST);
              edge *= edge;
              weights[i] = FLOOR + factor * edge;
              for (int at = i * CHANNELS; at < (i + 1) * CHANNELS; at++) {
                guide.values()[at] += edge * (recolored.values()[at] - guide.values()[at]);
              }
            }
          }
        });
    return new ContentTarget(guide, weights);
  }

  /** The standard deviation of brightness around a pixel. */
  private static float contrast(float[] brightness, int width, int height, int x, int y) {
    float sum = 0;
    float squares = 0;
    for (int dy = -REACH; dy <= REACH; dy++) {
      int row = clamped(y + dy, height) * width;
      for (int dx = -REACH; dx <= REACH; dx++) {
        float value = brightness[row + clamped(x + dx, width)];
        sum += value;
        squares += value * value;
      }
    }
    float count = (2 * REACH + 1) * (2 * REACH + 1);
    float mean = sum / count;
    return (float) Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  private static int clamped(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  FloatImage colors() {
    return colors;
  }

  /** An image, moved towards the target as far as its weights say. */
  void pull(FloatImage image, FloatImage result, Bands bands) {
    bands.rows(
        image.height(),
        (first, end) -> {
          for (int i = first * image.width(); i < end * image.width(); i++) {
            float weight = weights[i];
            for (int at = i * CHANNELS; at < (i + 1) * CHANNELS; at++) {
              result.values()[at] =
                  (image.values()[at] + weight * colors.values()[at]) / (1 + weight);
            }
          }
        });
  }
}
