package io.github.styletransfer.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How much of each pixel of an image, or of a layer of its feature maps, is each region's. */
public final class RegionWeights {
  private final int width;
  private final int height;
  private final List<float[]> planes;

  private RegionWeights(int width, int height, List<float[]> planes) {
    this.width = width;
    this.height = height;
    this.planes = planes;
  }

  /** Those of a map at some size. */
  public static RegionWeights of(RegionMap map, int width, int height) {
    List<float[]> planes = new ArrayList<>();
    for (int region = 0; region < map.count(); region++) {
      planes.add(map.weights(region, width, height));
    }
    return new RegionWeights(width, height, planes);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** How many regions there are. */
  public int count() {
    return planes.size();
  }

  /** A region's weights, row by row, 0..1; not to be changed. */
  public float[] plane(int region) {
    return planes.get(region);
  }

  /** The sum of a region's weights: how many pixels it has. */
  public double pixels(int region) {
    double sum = 0;
    for (float weight : planes.get(region)) {
      sum += weight;
    }
    return sum;
  }

  /** The part of the pixels that is a region's. */
  public double share(int region) {
    return pixels(region) / ((double) width * height);
  }

  /** With a border that is filled by reflection. */
  public RegionWeights bordered(int border) {
    if (border == 0) {
      return this;
    }
    int wider = width + 2 * border;
    int higher = height + 2 * border;
    List<float[]> results = new ArrayList<>();
    for (float[] plane : planes) {
      float[] result = new float[wider * higher];
      for (int y = 0; y < higher; y++) {
        int row = reflected(y - border, height) * width;
        for (int x = 0; x < wider; x++) {
          result[y * wider + x] = plane[row + reflected(x - border, width)];
        }
      }
      results.add(result);
    }
    return new RegionWeights(wider, higher, results);
  }

  private static int reflected(int index, int length) {
    int period = Math.max(1, 2 * (length - 1));
    int position = Math.floorMod(index, period);
    return position < length ? position : period - position;
  }

  /**
   * Of half the height and width, rounded up: means of two by two pixels, or of those that there
   * are at an odd border, as the networks halve feature maps.
   */
  public RegionWeights halved() {
    int narrower = (width + 1) / 2;
    int lower = (height + 1) / 2;
    List<float[]> results = new ArrayList<>();
    for (float[] plane : planes) {
      float[] result = new float[narrower * lower];
      for (int y = 0; y < lower; y++) {
        for (int x = 0; x < narrower; x++) {
          result[y * narrower + x] = mean(plane, 2 * x, 2 * y);
        }
      }
      results.add(result);
    }
    return new RegionWeights(narrower, lower, results);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionWeights weights
        && width == weights.width
        && height == weights.height
        && Arrays.deepEquals(planes.toArray(), weights.planes.toArray());
  }

  @Override
  public int hashCode() {
    return Objects.hash(width, height, Arrays.deepHashCode(planes.toArray()));
  }

  private float mean(float[] plane, int left, int top) {
    int right = Math.min(width, left + 2);
    int bottom = Math.min(height, top + 2);
    float sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += plane[y * width + x];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }
}
