package io.github.styletransfer.display;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.palette.Dithering;
import io.github.styletransfer.image.palette.Palette;

/**
 * Pictures in Sixels: columns of six pixels, each a character, colour after colour, in up to 256
 * colours that suit the picture.
 */
final class Sixels {
  /** The longest side that all terminals take; xterm refuses more. */
  static final int MOST_SIDE = 1000;

  private static final char ESCAPE = '\u001b';
  private static final int HEIGHT = 6;
  private static final char FIRST = '?';
  private static final int PERCENT = 100;
  private static final int MOST = 255;

  /** A repetition has to be longer than this to be shorter as a number. */
  private static final int SHORTEST_RUN = 3;

  private final int width;
  private final int height;
  private final Palette palette;
  private final byte[] indices;
  private final StringBuilder text = new StringBuilder();

  private Sixels(RgbImage image) {
    width = image.width();
    height = image.height();
    palette = Palette.of(image, Palette.MOST_COLORS);
    indices = Dithering.indices(image, palette);
  }

  /** One picture. The cursor is left on its last row. */
  static String of(RgbImage image) {
    return new Sixels(image).write();
  }

  private String write() {
    text.append(ESCAPE).append("P0;1;0q\"1;1;").append(width).append(';').append(height);
    for (int i = 0; i < palette.size(); i++) {
      int color = palette.color(i);
      text.append('#').append(i).append(";2;").append(percent(color >> 16 & MOST));
      text.append(';').append(percent(color >> 8 & MOST));
      text.append(';').append(percent(color & MOST));
    }
    for (int top = 0; top < height; top += HEIGHT) {
      if (top > 0) {
        text.append('-');
      }
      writeBand(top);
    }
    return text.append(ESCAPE).append('\\').toString();
  }

  private static int percent(int sample) {
    return Math.round((float) sample * PERCENT / MOST);
  }

  private void writeBand(int top) {
    byte[][] columns = new byte[palette.size()][];
    for (int y = top; y < Math.min(height, top + HEIGHT); y++) {
      for (int x = 0; x < width; x++) {
        int color = indices[y * width + x] & 0xff;
        if (columns[color] == null) {
          columns[color] = new byte[width];
        }
        columns[color][x] |= (byte) (1 << (y - top));
      }
    }
    boolean first = true;
    for (int color = 0; color < columns.length; color++) {
      if (columns[color] != null) {
        text.append(first ? "#" : "$#").append(color);
        first = false;
        writeRow(columns[color]);
      }
    }
  }

  /** Without the empty columns at its end. */
  private void writeRow(byte[] columns) {
    int end = columns.length;
    while (columns[end - 1] == 0) {
      end--;
    }
    for (int x = 0; x < end; ) {
      int next = x + 1;
      while (next < end && columns[next] == columns[x]) {
        next++;
      }
      char sixel = (char) (FIRST + columns[x]);
      if (next - x > SHORTEST_RUN) {
        text.append('!').append(next - x).append(sixel);
      } else {
        text.append(String.valueOf(sixel).repeat(next - x));
      }
      x = next;
    }
  }
}
