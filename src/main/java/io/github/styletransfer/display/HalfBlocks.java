package io.github.styletransfer.display;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.palette.Dithering;
import io.github.styletransfer.image.palette.Palette;
import java.util.stream.IntStream;

/**
 * Pictures of characters that are half one colour and half another.
 *
 * @param manyColors whether the terminal has all colours, and not 256
 */
record HalfBlocks(boolean manyColors) {
  private static final String ESCAPE = "\u001b[";
  private static final char UPPER_HALF = '\u2580';

  /** The colours before are a person's choice. */
  private static final int FIRST_COLOR = 16;

  /** Colours 16 to 231 are a cube of this many levels of red, green and blue. */
  private static final int LEVELS = 6;

  private static final int DARKEST_LEVEL = 95;
  private static final int LEVEL_STEP = 40;

  /** The greys after them. */
  private static final int GREYS = 24;

  private static final int DARKEST_GREY = 8;
  private static final int GREY_STEP = 10;
  private static final int GREY = 0x010101;

  /** Two rows of pixels in each line; below a last one without another, nothing is painted. */
  String of(RgbImage image) {
    byte[] indices = manyColors ? new byte[0] : Dithering.indices(image, ofTerminals());
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < image.height(); y += 2) {
      String before = "";
      for (int x = 0; x < image.width(); x++) {
        int pixel = y * image.width() + x;
        String colors =
            ESCAPE
                + "38;"
                + color(image, indices, pixel)
                + (y + 1 < image.height()
                    ? ";48;" + color(image, indices, pixel + image.width())
                    : "")
                + "m";
        text.append(colors.equals(before) ? "" : colors).append(UPPER_HALF);
        before = colors;
      }
      text.append(ESCAPE).append("0m\n");
    }
    return text.toString();
  }

  private String color(RgbImage image, byte[] indices, int pixel) {
    if (!manyColors) {
      return "5;" + (FIRST_COLOR + (indices[pixel] & 0xff));
    }
    int at = pixel * RgbImage.CHANNELS;
    return "2;"
        + (image.samples()[at] & 0xff)
        + ";"
        + (image.samples()[at + 1] & 0xff)
        + ";"
        + (image.samples()[at + 2] & 0xff);
  }

  /** The colours that are the same in all terminals with 256. */
  private static Palette ofTerminals() {
    IntStream cube =
        IntStream.range(0, LEVELS * LEVELS * LEVELS)
            .map(
                i ->
                    level(i / (LEVELS * LEVELS)) << (2 * Byte.SIZE)
                        | level(i / LEVELS % LEVELS) << Byte.SIZE
                        | level(i % LEVELS));
    IntStream greys = IntStream.range(0, GREYS).map(i -> (DARKEST_GREY + GREY_STEP * i) * GREY);
    return Palette.of(IntStream.concat(cube, greys).boxed().toList());
  }

  private static int level(int number) {
    return number == 0 ? 0 : DARKEST_LEVEL + LEVEL_STEP * (number - 1);
  }
}
