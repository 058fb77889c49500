package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.profile.IccConversion;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads image files of many formats, told apart by content, not by name. Of files with several
 * images it reads the first. The result is upright (Exif orientation), opaque (transparency is laid
 * over white) and in sRGB (colour profiles and CMYK are converted, grey values are kept, 16 bits
 * are rounded to 8).
 */
public final class ImageReader {
  /** The pixel limit of a reader that isn't given one. */
  public static final long DEFAULT_MAX_PIXELS = 100_000_000;

  /** The largest pixel limit: a Java array holds no more samples. */
  public static final long MOST_PIXELS = Integer.MAX_VALUE / RgbImage.CHANNELS;

  private static final Logger LOG = LoggerFactory.getLogger(ImageReader.class);

  private final PixelLimit limit;

  /** A reader that refuses images of more than {@link #DEFAULT_MAX_PIXELS}. */
  public ImageReader() {
    this(DEFAULT_MAX_PIXELS);
  }

  /**
   * A reader with its own limit, which is checked before any pixel is decoded.
   *
   * @param maxPixels the most pixels an image may have, 1..715,827,882
   * @throws IllegalArgumentException when the limit is outside that range
   */
  public ImageReader(long maxPixels) {
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException("The pixel limit can't be " + maxPixels);
    }
    this.limit = new PixelLimit(maxPixels);
  }

  /**
   * Reads an image.
   *
   * @throws ImageFileException when the file isn't a whole image that can be read, has too many
   *     pixels, or doesn't fit into memory
   */
  public RgbImage read(Path file) throws ImageFileException {
    return read(file, file.toString());
  }

  /**
   * Reads an image that goes by another name than its file's, in messages and in the log.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public RgbImage read(Path file, String name) throws ImageFileException {
    try {
      ReadPicture picture = picture(file, name);
      if (picture.opacity().isPresent()) {
        LOG.info("{} has transparency: it is laid over white", name);
      }
      return picture.pixels();
    } catch (ImageFileException e) {
      throw name.equals(file.toString()) ? e : e.about(name);
    }
  }

  private ReadPicture picture(Path file, String name) throws ImageFileException {
    return by(file, reader -> reader.read(file, name));
  }

  /**
   * How opaque the pixels of an image are; empty if they all are.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<AlphaChannel> opacity(Path file) throws ImageFileException {
    return picture(file, file.toString()).opacity();
  }

  /**
   * The colour profile that an image is stored with; empty if it has none but sRGB, or one that
   * can't be used.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<ICC_Profile> profile(Path file) throws ImageFileException {
    return by(file, reader -> reader.profile(file))
        .filter(bytes -> IccConversion.of(bytes).isPresent())
        .map(ICC_Profile::getInstance);
  }

  /**
   * Begins to load what decodes images, in a thread of its own: it takes a fifth of a second, in
   * which a program can do other things.
   */
  public static void preload() {
    Thread thread =
        new Thread(
            () -> ImageIO.getImageReadersBySuffix("jpg").forEachRemaining(some -> some.dispose()),
            "image plugins");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Looks at a file's first bytes.
   *
   * @throws ImageFileException when they aren't those of an image that can be read
   */
  public static void requireFormat(Path file) throws ImageFileException {
    ImageFormat.of(file);
  }

  /**
   * The size an image will have once read, from its header alone.
   *
   * @throws ImageFileException when the file isn't an image that can be read, or has too many
   *     pixels
   */
  public ImageSize size(Path file) throws ImageFileException {
    return by(file, reader -> limit.check(file, reader.size(file)));
  }

  /** The only place where faults of a reader become words. */
  private <T> T by(Path file, Task<T> task) throws ImageFileException {
    ImageFormat format = format(file);
    try {
      return task.run(reader(format));
    } catch (IOException | RuntimeException e) {
      throw ReadFault.of(file, format, e);
    } catch (OutOfMemoryError e) {
      throw ReadFault.outOfMemory(file, e);
    }
  }

  /** Camera raw files begin like TIFF files. */
  private static ImageFormat format(Path file) throws ImageFileException {
    ImageFormat format = ImageFormat.of(file);
    return format == ImageFormat.TIFF && CameraRaw.isIn(file) ? ImageFormat.CAMERA_RAW : format;
  }

  private FormatReader reader(ImageFormat format) {
    return switch (format) {
      case HEIC, AVIF, JPEG_2000 -> new CodedReader(format, limit);
      case WEBP -> WebpReader.of(limit);
      case JPEG_XL ->
          new JpegXlReader(limit, Objects.requireNonNullElse(System.getenv("PATH"), ""));
      case CAMERA_RAW -> new CameraRawReader(limit);
      case JPEG, PNG, GIF, BMP, TIFF, PSD, ICO, PNM, PCX, TGA -> new PluginReader(format, limit);
    };
  }

  /** What is done by the reader of a file. */
  @FunctionalInterface
  private interface Task<T> {
    T run(FormatReader reader) throws IOException;
  }
}
