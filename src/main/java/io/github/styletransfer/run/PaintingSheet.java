package io.github.styletransfer.run;

import io.github.styletransfer.chart.GridSheet;
import io.github.styletransfer.chart.Tile;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paintings to choose from, on one sheet. */
public final class PaintingSheet {
  private static final Logger LOG = LoggerFactory.getLogger(PaintingSheet.class);

  private final List<Tile> tiles = new ArrayList<>();

  private PaintingSheet() {}

  /**
   * Reads paintings one after another; a warning names those that can't be used.
   *
   * @param maxPixels that one may have
   */
  public static PaintingSheet read(List<Path> paintings, long maxPixels) {
    PaintingSheet sheet = new PaintingSheet();
    ImageReader reader = new ImageReader(maxPixels);
    for (Path painting : paintings) {
      try {
        RgbImage image = reader.read(painting);
        sheet.tiles.add(
            Tile.small(
                String.valueOf(painting.getFileName()),
                image.width() + " x " + image.height(),
                image));
      } catch (ImageFileException e) {
        LOG.warn("{}", e.getMessage());
      }
    }
    return sheet;
  }

  /** Whether none of the paintings could be used. */
  public boolean isEmpty() {
    return tiles.isEmpty();
  }

  /** Name and size of each. */
  public List<String> lines() {
    return tiles.stream().map(tile -> tile.label() + ", " + tile.detail() + " pixels").toList();
  }

  /**
   * Writes the sheet, replacing an older one.
   *
   * @param file a PNG file, whose folder is made if it doesn't exist
   * @throws IOException if it can't be written
   */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    new GridSheet(tiles).write(file);
  }
}
