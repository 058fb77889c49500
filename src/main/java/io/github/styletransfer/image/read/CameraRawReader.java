package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the preview, a JPEG, that cameras put into their raw files.
 *
 * @param limit of the pixels that are decoded
 */
record CameraRawReader(PixelLimit limit) implements FormatReader {
  private static final Logger LOG = LoggerFactory.getLogger(CameraRawReader.class);

  /** Of the longer side: less is a thumbnail. */
  private static final int LEAST_PIXELS = 800;

  @Override
  public ImageSize size(Path file) throws IOException {
    return orientation(file).upright(preview(file).size());
  }

  private static EmbeddedJpeg preview(Path file) throws IOException {
    return EmbeddedJpeg.largest(file)
        .filter(jpeg -> Math.max(jpeg.size().width(), jpeg.size().height()) >= LEAST_PIXELS)
        .orElseThrow(() -> ReadFault.rawWithoutPreview(file));
  }

  private static Orientation orientation(Path file) {
    return ExifOrientation.of(file, ImageFormat.CAMERA_RAW);
  }

  /** That of the file, or else that of its preview. */
  private static Orientation orientation(Path file, Path preview) {
    Orientation own = orientation(file);
    return own == Orientation.NORMAL ? ExifOrientation.of(preview, ImageFormat.JPEG) : own;
  }

  @Override
  public ReadPicture read(Path file, String name) throws IOException {
    EmbeddedJpeg preview = preview(file);
    limit.check(file, preview.size());
    Path copy = Files.createTempFile("style-transfer-", ".jpg");
    try {
      copy(file, preview, copy);
      ReadPicture picture =
          new PluginReader(ImageFormat.JPEG, limit).read(copy, name, orientation(file, copy));
      LOG.warn(
          "{} is a camera raw file: its embedded preview of {} x {} is used. For full quality,"
              + " export it as JPEG, PNG or TIFF",
          name,
          picture.pixels().width(),
          picture.pixels().height());
      return picture;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Previews are in the colours of the screens they are for. */
  @Override
  public Optional<byte[]> profile(Path file) {
    return Optional.empty();
  }

  private static void copy(Path file, EmbeddedJpeg jpeg, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(file);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      in.transferTo(jpeg.place().offset(), jpeg.place().length(), out);
    }
  }
}
