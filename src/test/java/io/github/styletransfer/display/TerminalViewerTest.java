package io.github.styletransfer.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.console.WindowSize;
import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalViewerTest {
  private static final String SIXEL_ANSWER = "\u001b[?62;4;9c";
  private static final RgbImage IMAGE = Gradients.of(600, 450);

  private final Map<String, String> environment = new HashMap<>();
  private int rows = 60;
  private int questions;

  @Test
  void kittyGetsTheVeryPixels() throws IOException {
    environment.put("KITTY_WINDOW_ID", "1");
    assertSame(SeenPicture.kitty(shown(IMAGE, ShowKind.AUTO, "")), IMAGE, 0, 0);
    assertThat(shown(IMAGE, ShowKind.AUTO, "")).contains(",c=75,").endsWith("\n");
  }

  @Test
  void itermGetsTheVeryPixels() throws IOException {
    environment.put("TERM_PROGRAM", "iTerm.app");
    assertSame(SeenPicture.iterm(shown(IMAGE, ShowKind.AUTO, "")), IMAGE, 0, 0);
    assertThat(shown(IMAGE, ShowKind.AUTO, "")).contains(";width=75;");
  }

  /**
   * Errors that dithering carries on make single pixels differ, but not the mean of 8 x 8; a
   * percent of a sample is 2.55 grey levels.
   */
  @Test
  void sixelsLookLikeThePicture() {
    String text = shown(IMAGE, ShowKind.AUTO, SIXEL_ANSWER);
    BufferedImage seen = SeenPicture.sixel(text);
    assertSame(seen, IMAGE, 60, 4);
    for (int x = 0; x + 8 <= IMAGE.width(); x += 8) {
      assertThat(mean(seen, x)).isCloseTo(mean(image(IMAGE), x), within(4.0));
    }
  }

  @Test
  void sixelsTakeSizesThatAreNoMultipleOfSix() {
    for (int height : new int[] {1, 5, 6, 7}) {
      RgbImage image = Gradients.of(5, height);
      BufferedImage seen = SeenPicture.sixel(shown(image, ShowKind.SIXEL, ""));
      assertThat(seen.getHeight()).isEqualTo(height);
      assertSame(seen, image, 60, 30);
    }
  }

  @Test
  void halfBlocksHaveAllColorsWhereTheTerminalHas() {
    rows = 24;
    environment.put("COLORTERM", "truecolor");
    BufferedImage seen = SeenPicture.blocks(shown(IMAGE, ShowKind.AUTO, "\u001b[?62c"));
    // Two of 24 rows are left, of two pixels each.
    assertThat(seen.getHeight()).isEqualTo(44);
    assertThat(seen.getWidth()).isEqualTo(58);
    assertSame(seen, Resizer.resize(IMAGE, 58, 44), 1, 1);
  }

  /** Levels of the 256 colours are up to 95 apart; dithering keeps the mean of an area. */
  @Test
  void halfBlocksHave256ColorsElsewhere() {
    BufferedImage seen = SeenPicture.blocks(shown(IMAGE, ShowKind.BLOCKS, ""));
    assertSame(seen, Resizer.resize(IMAGE, seen.getWidth(), seen.getHeight()), 160, 40);
    BufferedImage small = image(Resizer.resize(IMAGE, seen.getWidth(), seen.getHeight()));
    for (int x = 0; x + 8 <= seen.getWidth(); x += 8) {
      assertThat(mean(seen, x)).isCloseTo(mean(small, x), within(6.0));
    }
    assertThat(questions).isZero();
  }

  @Test
  void aLargePictureFitsIntoTheWindowAndKeepsItsShape() throws IOException {
    rows = 24;
    environment.put("KITTY_WINDOW_ID", "1");
    BufferedImage tall = SeenPicture.kitty(shown(Gradients.of(500, 2000), ShowKind.AUTO, ""));
    assertThat(tall.getHeight()).isEqualTo(22 * 16);
    assertThat(tall.getWidth()).isEqualTo(22 * 16 / 4);
    BufferedImage wide =
        SeenPicture.kitty(
            shown(Gradients.of(3000, 300), ShowKind.AUTO, "\u001b[4;960;1600t" + SIXEL_ANSWER));
    assertThat(wide.getWidth()).isEqualTo(1600);
    assertThat(wide.getHeight()).isEqualTo(160);
    BufferedImage sixels =
        SeenPicture.sixel(
            shown(
                Gradients.of(3000, 300),
                ShowKind.AUTO,
                "\u001b[4;960;1600t" + SIXEL_ANSWER,
                Map.of()));
    assertThat(sixels.getWidth()).isEqualTo(1000);
  }

  private String shown(RgbImage image, ShowKind kind, String answer) {
    return shown(image, kind, answer, environment);
  }

  private String shown(
      RgbImage image, ShowKind kind, String answer, Map<String, String> variables) {
    StringWriter out = new StringWriter();
    TerminalViewer.Terminal terminal =
        new TerminalViewer.Terminal() {
          @Override
          public WindowSize window() {
            return new WindowSize(80, rows, 0, 0);
          }

          @Override
          public String answer() {
            questions++;
            return answer;
          }
        };
    new TerminalViewer(new PrintWriter(out), terminal, variables).show(image, kind);
    return out.toString();
  }

  private static double mean(BufferedImage image, int left) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = left; x < left + 8; x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
      }
    }
    return sum / (image.getHeight() * 8 * 3.0);
  }

  private static BufferedImage image(RgbImage image) {
    return BufferedImages.of(image);
  }

  /** That samples differ by no more than so much, and by so much in the mean. */
  private static void assertSame(BufferedImage seen, RgbImage image, int most, double mean) {
    assertThat(seen.getWidth()).isEqualTo(image.width());
    assertThat(seen.getHeight()).isEqualTo(image.height());
    double sum = 0;
    int largest = 0;
    for (int i = 0; i < image.samples().length; i++) {
      int pixel = i / RgbImage.CHANNELS;
      int rgb = seen.getRGB(pixel % image.width(), pixel / image.width());
      int sample = rgb >> (Byte.SIZE * (2 - i % RgbImage.CHANNELS)) & 0xff;
      int difference = Math.abs(sample - (image.samples()[i] & 0xff));
      sum += difference;
      largest = Math.max(largest, difference);
    }
    assertThat(largest).isLessThanOrEqualTo(most);
    assertThat(sum / image.samples().length).isLessThanOrEqualTo(mean);
  }
}
