package io.github.styletransfer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** What a person sees of a picture's control sequences. */
public final class SeenPicture {
  private static final Pattern KITTY =
      Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\\\");
  private static final Pattern ITERM =
      Pattern.compile("\u001b\\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\u0007");
  private static final Pattern SIXEL =
      Pattern.compile("\u001bP[\\d;]*q\"1;1;(\\d+);(\\d+)([^\u001b]*)\u001b\\\\");
  private static final Pattern SIXEL_TOKEN =
      Pattern.compile(
          "#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|(\\$)|(-)|(.)");
  private static final Pattern BLOCK =
      Pattern.compile("(?:\u001b\\[(38;[\\d;]*)m)|(\u2580)|(\u001b\\[0m\r?\n)");
  private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

  private SeenPicture() {}

  /** The PNG that Kitty gets in chunks. */
  public static BufferedImage kitty(String text) throws IOException {
    Matcher chunk = KITTY.matcher(text);
    StringBuilder data = new StringBuilder();
    List<String> controls = new ArrayList<>();
    while (chunk.find()) {
      assertThat(chunk.group(2).length()).isLessThanOrEqualTo(4096);
      controls.add(chunk.group(1));
      data.append(chunk.group(2));
    }
    assertThat(controls.get(0)).contains("a=T", "f=100", "q=2");
    assertThat(controls.get(controls.size() - 1)).endsWith("m=0");
    assertThat(controls.subList(0, controls.size() - 1))
        .allMatch(control -> control.endsWith("m=1"));
    return png(data.toString());
  }

  /** The PNG that iTerm2 gets. */
  public static BufferedImage iterm(String text) throws IOException {
    Matcher file = ITERM.matcher(text);
    assertThat(file.find()).isTrue();
    assertThat(file.group(1))
        .contains("inline=1", "size=" + Base64.getDecoder().decode(file.group(2)).length);
    return png(file.group(2));
  }

  private static BufferedImage png(String data) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
  }

  /** What a terminal with Sixels paints. */
  public static BufferedImage sixel(String text) {
    Matcher picture = SIXEL.matcher(text);
    assertThat(picture.find()).isTrue();
    BufferedImage image =
        new BufferedImage(
            Integer.parseInt(picture.group(1)),
            Integer.parseInt(picture.group(2)),
            BufferedImage.TYPE_INT_ARGB);
    Map<String, Integer> colors = new HashMap<>();
    Matcher token = SIXEL_TOKEN.matcher(picture.group(3));
    int color = 0;
    int x = 0;
    int top = 0;
    while (token.find()) {
      assertThat(token.group(11)).as("no part of a picture").isNull();
      if (token.group(1) != null) {
        colors.put(
            token.group(1), sample(token, 2) << 16 | sample(token, 3) << 8 | sample(token, 4));
      } else if (token.group(5) != null) {
        color = Objects.requireNonNull(colors.get(token.group(5)));
      } else if (token.group(9) != null) {
        x = 0;
      } else if (token.group(10) != null) {
        x = 0;
        top += 6;
      } else {
        int count = token.group(6) == null ? 1 : Integer.parseInt(token.group(6));
        String sixel = token.group(7) == null ? token.group(8) : token.group(7);
        for (int i = 0; i < count; i++, x++) {
          paint(image, x, top, sixel.charAt(0) - '?', 0xff000000 | color);
        }
      }
    }
    return image;
  }

  private static int sample(Matcher token, int group) {
    return Math.round(Integer.parseInt(token.group(group)) * 2.55f);
  }

  private static void paint(BufferedImage image, int x, int top, int bits, int argb) {
    for (int i = 0; i < 6; i++) {
      if ((bits >> i & 1) != 0) {
        assertThat(image.getRGB(x, top + i)).as("painted once").isZero();
        image.setRGB(x, top + i, argb);
      }
    }
  }

  /** Two pixels for each half block. */
  public static BufferedImage blocks(String text) {
    List<List<int[]>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher token = BLOCK.matcher(text);
    int[] colors = {0, 0};
    while (token.find()) {
      if (token.group(1) != null) {
        colors = colors(token.group(1));
      } else if (token.group(2) != null) {
        lines.get(lines.size() - 1).add(colors);
      } else {
        lines.add(new ArrayList<>());
      }
    }
    lines.remove(lines.size() - 1);
    int width = lines.get(0).size();
    BufferedImage image = new BufferedImage(width, 2 * lines.size(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < lines.size(); y++) {
      assertThat(lines.get(y)).hasSize(width);
      for (int x = 0; x < width; x++) {
        image.setRGB(x, 2 * y, lines.get(y).get(x)[0]);
        image.setRGB(x, 2 * y + 1, lines.get(y).get(x)[1]);
      }
    }
    return image;
  }

  private static int[] colors(String codes) {
    int[] colors = {0, 0};
    Matcher code = Pattern.compile("([34])8;(?:2;(\\d+);(\\d+);(\\d+)|5;(\\d+))").matcher(codes);
    while (code.find()) {
      int color =
          code.group(5) == null
              ? Integer.parseInt(code.group(2)) << 16
                  | Integer.parseInt(code.group(3)) << 8
                  | Integer.parseInt(code.group(4))
              : ofPalette(Integer.parseInt(code.group(5)));
      colors[code.group(1).equals("3") ? 0 : 1] = 0xff000000 | color;
    }
    return colors;
  }

  private static int ofPalette(int index) {
    if (index >= 232) {
      return (8 + 10 * (index - 232)) * 0x010101;
    }
    int cube = index - 16;
    return LEVELS[cube / 36] << 16 | LEVELS[cube / 6 % 6] << 8 | LEVELS[cube % 6];
  }
}
