package io.github.styletransfer.patches.raster;

/** Which regions the pixels of an image serve: each one of them, all, or none. */
public final class Labels {
  /** A pixel that serves no region. */
  public static final byte NONE = -1;

  /** A pixel that serves every region. */
  public static final byte ALL = -2;

  private static final int MOST = 32;

  private final int width;
  private final int height;

  /** Empty if all pixels serve every region. */
  private final byte[] values;

  private final int[] counts = new int[MOST];
  private final int ofAll;

  /**
   * Takes numbers without copying them.
   *
   * @param width of the image, in pixels
   * @param height of the image, in pixels
   * @param values each pixel's region, from 0 to 31, or {@link #NONE} or {@link #ALL}, row by row;
   *     empty if all pixels serve every region
   */
  public Labels(int width, int height, byte... values) {
    this.width = width;
    this.height = height;
    this.values = values;
    int all = values.length == 0 ? width * height : 0;
    for (byte value : values) {
      if (value >= 0) {
        counts[value]++;
      } else if (value == ALL) {
        all++;
      }
    }
    this.ofAll = all;
  }

  /** An image whose pixels all serve every region. */
  public static Labels all(int width, int height) {
    return new Labels(width, height);
  }

  /** The width in pixels. */
  public int width() {
    return width;
  }

  /** The height in pixels. */
  public int height() {
    return height;
  }

  /** Whether all pixels serve every region. */
  public boolean isAll() {
    return ofAll == width * height;
  }

  /** A pixel's region, or {@link #NONE} or {@link #ALL}. */
  public byte at(int x, int y) {
    return values.length == 0 ? ALL : values[y * width + x];
  }

  /** Whether a pixel serves a region. */
  public boolean serves(int x, int y, int region) {
    byte value = at(x, y);
    return value == region || value == ALL;
  }

  /** How many pixels serve a region. */
  public int count(int region) {
    return counts[region] + ofAll;
  }

  /** The pixels of an image that serve a region, as an image of one row. */
  public FloatImage cut(FloatImage image, int region) {
    if (isAll()) {
      return image;
    }
    FloatImage cut = new FloatImage(count(region), 1);
    int to = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == region || values[i] == ALL) {
        System.arraycopy(
            image.values(), i * FloatImage.CHANNELS, cut.values(), to, FloatImage.CHANNELS);
        to += FloatImage.CHANNELS;
      }
    }
    return cut;
  }
}
