package io.github.styletransfer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.Gradients;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  private static final int WHITE = 0xffffffff;

  @TempDir private Path folder;

  @Test
  void placesTwelvePhotosInFourColumns() throws IOException {
    BufferedImage sheet = draw(Collections.nCopies(12, new Tile("photo", Gradients.of(800, 600))));
    assertThat(sheet.getWidth()).isEqualTo(20 + 4 * (375 + 20));
    assertThat(sheet.getHeight()).isBetween(20 + 3 * (281 + 30), 20 + 3 * (281 + 60));
    assertThat(sheet.getRGB(19, 19)).isEqualTo(WHITE);
    assertThat(sheet.getRGB(20 + 395, 20)).isEqualTo(sheet.getRGB(20, 20)).isNotEqualTo(WHITE);
    assertThat(sheet.getRGB(20 + 375, 20)).isEqualTo(WHITE);
  }

  @Test
  void withoutTilesThereIsNoFile() throws IOException {
    new ContactSheet(List.of()).write(folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tilesKeepTheShapeAndGrowByWholeFactorsOnly() {
    assertSize(new Tile("", Gradients.of(4000, 3000)), 375, 281, 1);
    assertSize(new Tile("", Gradients.of(1000, 3000)), 160, 480, 1);
    assertSize(new Tile("", Gradients.of(375, 480)), 375, 480, 1);
    assertSize(new Tile("", Gradients.of(200, 150)), 200, 150, 1);
    assertSize(new Tile("", Gradients.of(64, 48)), 64, 48, 5);
    assertSize(new Tile("", Gradients.of(20_000, 1)), 375, 1, 1);
    assertSize(new Tile("", Gradients.of(1, 1)), 1, 1, 375);
  }

  @Test
  void columnsAndRowsAreAsLargeAsTheirLargestCell() {
    TileGrid grid = TileGrid.fitting(List.of(10, 30, 10, 10, 10), List.of(5, 8, 5, 6, 5), 75, 5);
    assertThat(grid.columns()).isEqualTo(3);
    assertThat(grid.width()).isEqualTo(5 + 15 + 35 + 15);
    assertThat(grid.height()).isEqualTo(5 + 13 + 11);
    assertThat(grid.x(2)).isEqualTo(55);
    assertThat(grid.x(3)).isEqualTo(5);
    assertThat(grid.y(3)).isEqualTo(18);
    assertThat(grid.columnWidth(4)).isEqualTo(30);
    assertThat(grid.rowHeight(4)).isEqualTo(6);
  }

  @Test
  void aLabelWiderThanItsImageIsWhole() throws IOException {
    BufferedImage sheet = draw(List.of(new Tile("label ".repeat(60), Gradients.of(400, 400))));
    assertThat(sheet.getWidth()).isGreaterThan(1600);
    assertThat(
            IntStream.range(0, sheet.getHeight())
                .filter(
                    y ->
                        sheet.getRGB(0, y) != WHITE
                            || sheet.getRGB(sheet.getWidth() - 1, y) != WHITE))
        .isEmpty();
  }

  @Test
  void theSameTilesGiveTheSameBytes() throws IOException {
    List<Tile> tiles =
        List.of(new Tile("content", Gradients.of(90, 30)), new Tile("", Gradients.of(30, 900)));
    draw(tiles);
    byte[] first = Files.readAllBytes(folder.resolve("checkpoints.png"));
    draw(tiles);
    assertThat(Files.readAllBytes(folder.resolve("checkpoints.png"))).isEqualTo(first);
  }

  private BufferedImage draw(List<Tile> tiles) throws IOException {
    new ContactSheet(tiles).write(folder);
    return ImageIO.read(folder.resolve("checkpoints.png").toFile());
  }

  private static void assertSize(Tile tile, int width, int height, int magnification) {
    assertThat(tile.image().width()).isEqualTo(width);
    assertThat(tile.image().height()).isEqualTo(height);
    assertThat(tile.magnification()).isEqualTo(magnification);
    assertThat(tile.width()).isEqualTo(width * magnification);
  }
}
