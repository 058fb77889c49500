package io.github.styletransfer.image.palette;

import io.github.styletransfer.image.RgbImage;
import java.util.Arrays;
import java.util.List;

/** The few colours that suit an image best, and the nearest one for each colour there is. */
public final class Palette {
  /** The most colours that one has. */
  public static final int MOST_COLORS = 256;

  private static final int NEAREST_BITS = 6;
  private static final int UNKNOWN = -1;

  private final int[] colors;
  private final short[] nearest = new short[1 << (RgbImage.CHANNELS * NEAREST_BITS)];

  private Palette(int[] colors) {
    this.colors = colors;
    Arrays.fill(nearest, (short) UNKNOWN);
  }

  /**
   * Finds the colours of an image: all that it has at about five bits a channel are parted, always
   * where they differ most, until there are enough parts.
   *
   * @param most 1..{@value #MOST_COLORS}
   */
  public static Palette of(RgbImage image, int most) {
    return new Palette(ColorBoxes.of(image, most).stream().mapToInt(ColorBox::mean).toArray());
  }

  /**
   * Has these colours.
   *
   * @param colors 0xRRGGBB, at most {@value #MOST_COLORS}
   */
  public static Palette of(List<Integer> colors) {
    return new Palette(colors.stream().mapToInt(Integer::intValue).toArray());
  }

  /** How many colours it has. */
  public int size() {
    return colors.length;
  }

  /** A colour, as 0xRRGGBB. */
  public int color(int index) {
    return colors[index];
  }

  /**
   * The index of the colour that is nearest to another one, at six bits a channel.
   *
   * @param red 0..255
   * @param green 0..255
   * @param blue 0..255
   */
  public int nearest(int red, int green, int blue) {
    int shift = Byte.SIZE - NEAREST_BITS;
    int key =
        ((red >> shift) << (2 * NEAREST_BITS)) | ((green >> shift) << NEAREST_BITS) | blue >> shift;
    if (nearest[key] == UNKNOWN) {
      nearest[key] = (short) search(red, green, blue);
    }
    return nearest[key];
  }

  /** Green counts most, as for the eye. */
  private int search(int red, int green, int blue) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int dr = red(colors[i]) - red;
      int dg = green(colors[i]) - green;
      int db = blue(colors[i]) - blue;
      int distance = 2 * dr * dr + 4 * dg * dg + db * db;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  static int red(int color) {
    return color >> 16 & 0xff;
  }

  static int green(int color) {
    return color >> 8 & 0xff;
  }

  static int blue(int color) {
    return color & 0xff;
  }
}
