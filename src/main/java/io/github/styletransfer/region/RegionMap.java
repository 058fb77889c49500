package io.github.styletransfer.region;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.util.Arrays;
import java.util.List;

/**
 * Which region each pixel of an image belongs to: one, or two in proportion where an edge is soft.
 * It can be asked for at any size.
 */
public final class RegionMap {
  /** A pixel's colour counts as a region's own up to this distance, in grey levels. */
  private static final int OWN = 24;

  /** A pixel's colour is a mixture of two regions' up to this distance. */
  private static final double MIXED = 40;

  /** The most of a mask's pixels, as a part of them, that may be neither. */
  private static final double MOST_UNKNOWN = 0.1;

  private static final int NONE = 0xff;
  private static final int WHOLE = 0xff;

  private final ImageSize size;
  private final List<RegionColor> colors;
  private final byte[] first;
  private final byte[] second;
  private final byte[] ofSecond;

  private RegionMap(
      ImageSize size, List<RegionColor> colors, byte[] first, byte[] second, byte[] ofSecond) {
    this.size = size;
    this.colors = colors;
    this.first = first;
    this.second = second;
    this.ofSecond = ofSecond;
  }

  /**
   * The regions of a mask, in the order of their areas, the largest first.
   *
   * @throws MaskException if the image is no mask
   */
  public static RegionMap of(RgbImage mask) throws MaskException {
    List<RegionColor> colors = MaskColors.of(mask);
    int pixels = mask.width() * mask.height();
    RegionMap map =
        new RegionMap(
            mask.size(), List.copyOf(colors), new byte[pixels], new byte[pixels], new byte[pixels]);
    long unknown = 0;
    for (int i = 0; i < pixels; i++) {
      int at = i * RgbImage.CHANNELS;
      if (!map.set(
          i,
          mask.samples()[at] & 0xff,
          mask.samples()[at + 1] & 0xff,
          mask.samples()[at + 2] & 0xff)) {
        unknown++;
      }
    }
    if (unknown > MOST_UNKNOWN * pixels) {
      throw new MaskException(
          "looks like a picture, not a mask: %.0f %% of its pixels are in none of its %s."
                  .formatted(100.0 * unknown / pixels, "main colours")
              + " Paint each region of the mask in one colour.");
    }
    return map;
  }

  /** Finds a pixel's regions; whether its colour is theirs. */
  private boolean set(int pixel, int red, int green, int blue) {
    int nearest = 0;
    for (int i = 1; i < colors.size(); i++) {
      if (colors.get(i).squaredDistance(red, green, blue)
          < colors.get(nearest).squaredDistance(red, green, blue)) {
        nearest = i;
      }
    }
    first[pixel] = (byte) nearest;
    second[pixel] = (byte) nearest;
    if (colors.get(nearest).squaredDistance(red, green, blue) <= OWN * OWN) {
      return true;
    }
    double best = MIXED * MIXED;
    boolean mixed = false;
    for (int a = 0; a < colors.size(); a++) {
      for (int b = a + 1; b < colors.size(); b++) {
        double share = share(colors.get(a), colors.get(b), red, green, blue);
        double distance = squaredDistance(colors.get(a), colors.get(b), share, red, green, blue);
        if (distance < best) {
          best = distance;
          mixed = true;
          first[pixel] = (byte) a;
          second[pixel] = (byte) b;
          ofSecond[pixel] = (byte) Math.round(share * WHOLE);
        }
      }
    }
    return mixed;
  }

  /** How much of the second colour is in the mixture that is nearest to a third. */
  private static double share(RegionColor a, RegionColor b, int red, int green, int blue) {
    double dot =
        (red - a.red()) * (b.red() - a.red())
            + (green - a.green()) * (b.green() - a.green())
            + (blue - a.blue()) * (b.blue() - a.blue());
    return Math.max(0, Math.min(1, dot / a.squaredDistance(b)));
  }

  private static double squaredDistance(
      RegionColor a, RegionColor b, double share, int red, int green, int blue) {
    double r = a.red() + share * (b.red() - a.red()) - red;
    double g = a.green() + share * (b.green() - a.green()) - green;
    double u = a.blue() + share * (b.blue() - a.blue()) - blue;
    return r * r + g * g + u * u;
  }

  /** The size of the mask. */
  public ImageSize size() {
    return size;
  }

  /** The memory that it takes. */
  long bytes() {
    return (long) first.length + second.length + ofSecond.length;
  }

  /** The regions' colours. */
  public List<RegionColor> colors() {
    return colors;
  }

  /** How many regions there are; some may be empty. */
  public int count() {
    return colors.size();
  }

  /**
   * The same pixels by the regions of another image.
   *
   * @param matching the positions of this map's colours among the others'
   */
  RegionMap renumbered(List<RegionColor> others, RegionMatching matching) {
    byte[] numbers = new byte[colors.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (byte) matching.of(i).orElse(NONE);
    }
    return new RegionMap(
        size,
        List.copyOf(others),
        renumbered(first, numbers),
        renumbered(second, numbers),
        ofSecond);
  }

  private static byte[] renumbered(byte[] regions, byte[] numbers) {
    byte[] result = new byte[regions.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = numbers[regions[i] & 0xff];
    }
    return result;
  }

  /** The part of the image that is a region's, 0..1. */
  public double share(int region) {
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += weight(i, region);
    }
    return (double) sum / WHOLE / first.length;
  }

  /** Of {@link #WHOLE}. */
  private int weight(int pixel, int region) {
    int other = ofSecond[pixel] & 0xff;
    return ((first[pixel] & 0xff) == region ? WHOLE - other : 0)
        + ((second[pixel] & 0xff) == region ? other : 0);
  }

  /**
   * How much of each pixel is a region's, at some size: the mean over what the pixel covers, and
   * over its neighbours, by a triangle.
   *
   * @return row by row, 0..1; over all regions of a mask they add up to 1
   */
  public float[] weights(int region, int width, int height) {
    Triangles across = Triangles.of(size.width(), width);
    Triangles down = Triangles.of(size.height(), height);
    float[] result = new float[Math.multiplyExact(width, height)];
    double[] sums = new double[size.width()];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < down.count(y); i++) {
        int row = (down.first(y) + i) * size.width();
        double factor = down.weight(y, i) / WHOLE;
        for (int x = 0; x < sums.length; x++) {
          sums[x] += factor * weight(row + x, region);
        }
      }
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int i = 0; i < across.count(x); i++) {
          sum += across.weight(x, i) * sums[across.first(x) + i];
        }
        result[y * width + x] = (float) sum;
      }
    }
    return result;
  }

  /**
   * The region that most of each pixel is of, at some size; of several the first.
   *
   * @return row by row; -1 where it is none's
   */
  public byte[] regions(int width, int height) {
    byte[] regions = new byte[Math.multiplyExact(width, height)];
    float[] most = new float[regions.length];
    Arrays.fill(regions, (byte) -1);
    for (int region = 0; region < count(); region++) {
      float[] weights = weights(region, width, height);
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > most[i]) {
          most[i] = weights[i];
          regions[i] = (byte) region;
        }
      }
    }
    return regions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionMap map
        && size.equals(map.size)
        && colors.equals(map.colors)
        && Arrays.equals(first, map.first)
        && Arrays.equals(second, map.second)
        && Arrays.equals(ofSecond, map.ofSecond);
  }

  @Override
  public int hashCode() {
    return 31 * colors.hashCode() + Arrays.hashCode(first);
  }

  /** For the log: the colours with their shares. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int region = 0; region < count(); region++) {
      text.append(region == 0 ? "" : ", ")
          .append(colors.get(region))
          .append(" %.1f %%".formatted(100 * share(region)));
    }
    return text.toString();
  }
}
