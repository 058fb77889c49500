package io.github.styletransfer.display;

import io.github.styletransfer.image.RgbImage;

/** Writes pictures as control sequences. */
final class TerminalPicture {
  private static final char ESCAPE = '\u001b';
  private static final char BELL = '\u0007';
  private static final String END = ESCAPE + "\\";

  /** As many characters as Kitty's protocol has in one sequence. */
  private static final int CHUNK = 4096;

  private TerminalPicture() {}

  /** For Kitty, which isn't to answer. The cursor is left on the picture's last row. */
  static String kitty(RgbImage image, int columns) {
    String data = PicturePng.base64(PicturePng.of(image));
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < data.length(); at += CHUNK) {
      int end = Math.min(data.length(), at + CHUNK);
      text.append(ESCAPE).append("_G");
      if (at == 0) {
        text.append("a=T,f=100,q=2,c=").append(columns).append(',');
      }
      text.append("m=").append(end < data.length() ? 1 : 0).append(';');
      text.append(data, at, end).append(END);
    }
    return text.append('\n').toString();
  }

  /** For iTerm2 and those that have its protocol. */
  static String iterm(RgbImage image, int columns) {
    byte[] png = PicturePng.of(image);
    return ESCAPE
        + "]1337;File=inline=1;size="
        + png.length
        + ";width="
        + columns
        + ";preserveAspectRatio=1:"
        + PicturePng.base64(png)
        + BELL
        + '\n';
  }

  /** In Sixels, see {@link Sixels}. */
  static String sixel(RgbImage image) {
    return Sixels.of(image) + '\n';
  }

  /** In half blocks, see {@link HalfBlocks}. */
  static String blocks(RgbImage image, boolean manyColors) {
    return new HalfBlocks(manyColors).of(image);
  }
}
