package io.github.styletransfer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.RgbImage;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSheetTest {
  private static final int CAPTION = 45;

  @TempDir private Path folder;

  /** Of a photo, a painting and steps: whatever their number and shape, the result is large. */
  @ParameterizedTest
  @CsvSource({
    "1.333, 10",
    "1.333, 0",
    "1.333, 1",
    "1.333, 24",
    "0.75, 10",
    "0.75, 0",
    "0.5, 10",
    "1, 10",
    "2.5, 10",
    "2.5, 0",
    "4, 10",
    "4, 24"
  })
  void theMainPictureIsLargeAndNothingOverlaps(double aspect, int steps) {
    List<Double> others = new ArrayList<>(List.of(aspect, 1.2));
    others.addAll(Collections.nCopies(steps, aspect));
    SheetLayout layout = SheetLayout.best(aspect, others, 2, 1600, CAPTION);

    List<Rectangle2D> cells = layout.cells();
    assertThat(cells).hasSize(1 + others.size());
    double all = (double) layout.width() * layout.height();
    assertThat(area(cells.get(0)) / all).as("share of the main picture").isGreaterThan(0.22);
    assertThat(cells.stream().mapToDouble(ContactSheetTest::area).sum() / all)
        .as("share of all pictures")
        .isGreaterThan(0.6);
    for (int i = 0; i < cells.size(); i++) {
      Rectangle2D cell = cells.get(i);
      assertThat(new Rectangle2D.Double(19.9, 19.9, 1560.2, layout.height() - 39.0))
          .as("cell %d", i)
          .matches(sheet -> sheet.contains(withCaption(cell)));
      assertThat(cell.getWidth()).isGreaterThan(85);
      assertThat(cell.getWidth() / cell.getHeight())
          .isEqualTo(i == 0 ? aspect : others.get(i - 1), within(1e-9));
      for (Rectangle2D other : cells.subList(0, i)) {
        assertThat(withCaption(cell).intersects(withCaption(other))).isFalse();
      }
    }
  }

  private static double area(Rectangle2D cell) {
    return cell.getWidth() * cell.getHeight();
  }

  private static Rectangle2D withCaption(Rectangle2D cell) {
    return new Rectangle2D.Double(
        cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight() + CAPTION - 0.01);
  }

  @Test
  void whatIsBesideTheMainPictureEndsWhereItEnds() {
    List<Rectangle2D> cells =
        SheetLayout.best(1.5, Collections.nCopies(6, 1.5), 6, 1600, CAPTION).cells();
    assertThat(cells.get(6).getMaxY()).isEqualTo(cells.get(0).getMaxY(), within(1e-6));
  }

  @Test
  void rowsAreFullAndOfAboutTheSameHeight() {
    JustifiedRows rows = JustifiedRows.of(List.of(1.5, 0.7, 2.0, 1.0, 1.3, 0.8, 1.1), 3, 45, 20);
    List<Rectangle2D> cells = rows.cells(100, 50, 600);
    assertThat(rows.rows()).hasSize(3).allMatch(row -> !row.isEmpty());
    assertThat(cells.stream().mapToDouble(Rectangle2D::getMaxX).max().orElseThrow())
        .isEqualTo(700, within(1e-9));
    double lowest = cells.stream().mapToDouble(Rectangle2D::getHeight).min().orElseThrow();
    double highest = cells.stream().mapToDouble(Rectangle2D::getHeight).max().orElseThrow();
    assertThat(highest / lowest).isLessThan(1.6);
    assertThat(cells.get(6).getMaxY() + 45).isEqualTo(50 + rows.height(600), within(1e-9));
  }

  @Test
  void picturesOfExtremeShapesKeepThem() throws IOException {
    RgbImage red = filled(2000, 4, 0xff0000);
    BufferedImage sheet =
        draw(new ContactSheet(tile(red), List.of(tile(filled(3, 900, 0x00ff00))), List.of()));
    int[] widthAndHeight = extent(sheet, 0xffff0000);
    assertThat((double) widthAndHeight[0] / widthAndHeight[1]).isBetween(350.0, 650.0);
    widthAndHeight = extent(sheet, 0xff00ff00);
    assertThat(widthAndHeight[1]).isGreaterThan(100 * widthAndHeight[0]);
  }

  @Test
  void aSmallResultIsNotEnlargedMoreThanTwice() throws IOException {
    Tile small = tile(filled(500, 400, 0xff0000));
    BufferedImage sheet = draw(new ContactSheet(small, List.of(small, small), List.of()));
    assertThat(sheet.getWidth()).isLessThan(1600);
    assertThat(extent(sheet, 0xffff0000)[0]).isLessThan(sheet.getWidth());
  }

  @Test
  void whatIsKeptDuringARunIsSmall() {
    Tile tile = Tile.small("a", "b", Gradients.of(4000, 3000));
    assertThat(tile.image().width()).isEqualTo(Tile.SMALL);
    assertThat(tile.image().height()).isEqualTo(Tile.SMALL * 3 / 4);
    RgbImage image = Gradients.of(64, 48);
    assertThat(Tile.small("a", "b", image).image()).isSameAs(image);
  }

  @Test
  void aCaptionWiderThanItsPictureStaysBelowIt() throws IOException {
    RgbImage image = filled(400, 400, 0xff0000);
    BufferedImage sheet =
        draw(
            new ContactSheet(
                new Tile("label ".repeat(60), "detail ".repeat(90), image),
                List.of(tile(image)),
                List.of()));
    assertThat(
            IntStream.range(0, sheet.getHeight())
                .filter(y -> (sheet.getRGB(sheet.getWidth() - 1, y) & 0xffffff) != 0xffffff))
        .isEmpty();
  }

  @Test
  void theSameTilesGiveTheSameBytes() throws IOException {
    ContactSheet sheet =
        new ContactSheet(
            new Tile("result", "o.jpg", Gradients.of(90, 30)),
            List.of(new Tile("content", "", Gradients.of(90, 30))),
            List.of(new Tile("", "", Gradients.of(30, 900))));
    draw(sheet);
    byte[] first = Files.readAllBytes(folder.resolve("checkpoints.png"));
    draw(sheet);
    assertThat(Files.readAllBytes(folder.resolve("checkpoints.png"))).isEqualTo(first);
  }

  private BufferedImage draw(ContactSheet sheet) throws IOException {
    sheet.write(folder);
    return ImageIO.read(folder.resolve("checkpoints.png").toFile());
  }

  private static Tile tile(RgbImage image) {
    return new Tile("iteration 1", "o_0.jpg", image);
  }

  private static RgbImage filled(int width, int height, int rgb) {
    byte[] samples = new byte[RgbImage.CHANNELS * width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (rgb >> (Byte.SIZE * (2 - i % RgbImage.CHANNELS)));
    }
    return new RgbImage(width, height, samples);
  }

  /** The width and height of all that has a colour. */
  private static int[] extent(BufferedImage image, int argb) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == argb) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return new int[] {right - left + 1, bottom - top + 1};
  }
}
