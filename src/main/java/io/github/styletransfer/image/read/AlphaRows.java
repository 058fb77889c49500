package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how opaque an image's pixels are, whatever samples it is stored as. */
final class AlphaRows {
  private static final int MOST = 255;
  private static final int OPACITY_SHIFT = 24;

  private AlphaRows() {}

  /** The opacity of the upright image; empty if it is opaque all over. */
  static Optional<AlphaChannel> of(BufferedImage image, Orientation orientation) {
    if (!image.getColorModel().hasAlpha()) {
      return Optional.empty();
    }
    ImageSize stored = new ImageSize(image.getWidth(), image.getHeight());
    byte[] values = new byte[Math.toIntExact(stored.pixels())];
    int[] row = new int[stored.width()];
    @Nullable RowSamples samples =
        image.getColorModel() instanceof ComponentColorModel model
            ? new RowSamples(image.getRaster(), model)
            : null;
    int step = orientation.step(stored);
    boolean transparent = false;
    for (int y = 0; y < stored.height(); y++) {
      read(image, samples, y, row);
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

  /** The opacity of a canvas that an image lies on, and that is transparent elsewhere. */
  static Optional<AlphaChannel> onCanvas(BufferedImage image, GifCanvas canvas) {
    ImageSize frame = new ImageSize(image.getWidth(), image.getHeight());
    Optional<AlphaChannel> alpha = of(image, Orientation.NORMAL);
    if (frame.equals(canvas.size())) {
      return alpha;
    }
    byte[] values = new byte[Math.toIntExact(canvas.size().pixels())];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        byte value = alpha.isPresent() ? alpha.get().values()[y * frame.width() + x] : (byte) MOST;
        values[(y + canvas.top()) * canvas.size().width() + canvas.left() + x] = value;
      }
    }
    return Optional.of(new AlphaChannel(canvas.size(), values));
  }

  private static void read(BufferedImage image, @Nullable RowSamples stored, int y, int[] row) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel palette) {
      Raster raster = image.getRaster();
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = palette.getAlpha(row[x]);
      }
      return;
    }
    if (stored != null) {
      int[] samples = stored.read(y);
      for (int x = 0; x < row.length; x++) {
        row[x] = scaled(samples[(x + 1) * stored.bands() - 1], stored.max());
      }
      return;
    }
    int[] pixels = image.getRGB(0, y, row.length, 1, null, 0, row.length);
    for (int x = 0; x < row.length; x++) {
      row[x] = pixels[x] >>> OPACITY_SHIFT;
    }
  }

  private static int scaled(int sample, int most) {
    return (sample * MOST + most / 2) / most;
  }
}
