package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/** Finds out how opaque an image's pixels are, whatever samples it is stored as. */
final class AlphaRows {
  private static final int MOST = 255;

  private AlphaRows() {}

  /** The opacity of the upright image; empty if it is opaque all over. */
  static Optional<AlphaChannel> of(BufferedImage image, Orientation orientation) {
    if (!image.getColorModel().hasAlpha()) {
      return Optional.empty();
    }
    ImageSize stored = new ImageSize(image.getWidth(), image.getHeight());
    byte[] values = new byte[Math.toIntExact(stored.pixels())];
    int[] row = new int[stored.width()];
    int step = orientation.step(stored);
    boolean transparent = false;
    for (int y = 0; y < stored.height(); y++) {
      read(image, y, row);
      int target = orientation.indexOfRow(stored, y);
      for (int value : row) {
        values[target] = (byte) value;
        transparent |= value < MOST;
        target += step;
      }
    }
    return transparent
        ? Optional.of(new AlphaChannel(orientation.upright(stored), values))
        : Optional.empty();
  }

  private static void read(BufferedImage image, int y, int[] row) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel palette) {
      Raster raster = image.getRaster();
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = palette.getAlpha(row[x]);
      }
      return;
    }
    Raster raster = image.getAlphaRaster();
    raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
    int most = (1 << model.getComponentSize(model.getNumComponents() - 1)) - 1;
    for (int x = 0; x < row.length; x++) {
      row[x] = (int) (((long) row[x] * MOST + most / 2) / most);
    }
  }
}
