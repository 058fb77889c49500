package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the first frame of an animation lies on what a viewer shows.
 *
 * @param size size of the whole, which includes the frame
 * @param left columns to the left of the frame
 * @param top rows above the frame
 */
record Canvas(ImageSize size, int left, int top) {
  /**
   * The canvas of a file, if files of its format have one.
   *
   * @throws IOException when the file has no frame
   */
  static Optional<Canvas> of(Path file, ImageFormat format) throws IOException {
    return switch (format) {
      case GIF -> Optional.of(GifCanvas.of(file));
      case WEBP -> WebpFrame.of(file).canvas();
      default -> Optional.empty();
    };
  }

  /** Whether the canvas is larger than a frame. */
  boolean isLargerThan(RgbImage frame) {
    return frame.width() != size.width() || frame.height() != size.height();
  }

  /** The whole with the frame on it, transparent elsewhere, which is white. */
  ReadPicture place(ReadPicture picture) {
    byte[] opacities = new byte[Math.toIntExact(size.pixels())];
    RgbImage frame = picture.pixels();
    for (int y = 0; y < frame.height(); y++) {
      int start = (y + top) * size.width() + left;
      if (picture.opacity().isPresent()) {
        byte[] values = picture.opacity().get().values();
        System.arraycopy(values, y * frame.width(), opacities, start, frame.width());
      } else {
        Arrays.fill(opacities, start, start + frame.width(), (byte) PixelRows.MAX_BYTE);
      }
    }
    return new ReadPicture(placed(frame), Optional.of(new AlphaChannel(size, opacities)));
  }

  private RgbImage placed(RgbImage frame) {
    byte[] samples = new byte[Math.toIntExact(size.pixels() * RgbImage.CHANNELS)];
    Arrays.fill(samples, (byte) PixelRows.MAX_BYTE);
    int row = frame.width() * RgbImage.CHANNELS;
    for (int y = 0; y < frame.height(); y++) {
      System.arraycopy(
          frame.samples(),
          y * row,
          samples,
          ((y + top) * size.width() + left) * RgbImage.CHANNELS,
          row);
    }
    return new RgbImage(size.width(), size.height(), samples);
  }
}
