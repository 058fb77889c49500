package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.image.codec.CodecException.Reason;
import io.github.styletransfer.image.profile.IccConversion;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
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

  private final long maxPixels;

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
    this.maxPixels = maxPixels;
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
      ReadPicture picture = readAs(file, name, Orientation.NORMAL);
      if (picture.opacity().isPresent()) {
        LOG.info("{} has transparency: it is laid over white", name);
      }
      return picture.pixels();
    } catch (ImageFileException e) {
      throw name.equals(file.toString()) ? e : e.about(name);
    }
  }

  /**
   * Reads an image that is turned in a way that its file doesn't say.
   *
   * @param turned that way; what the file says for {@link Orientation#NORMAL}
   */
  ReadPicture readAs(Path file, String name, Orientation turned) throws ImageFileException {
    ImageFormat format = ImageFormat.of(file);
    Optional<FormatReader> reader = reader(file, format);
    if (reader.isPresent()) {
      return readBy(reader.get(), file, format, name);
    }
    return format == ImageFormat.WEBP
        ? readWebp(file, name, turned)
        : readByPlugin(file, format, name, turned);
  }

  /**
   * Still WebP pictures with loss are decoded like HEIC, as the plugin doesn't interpolate their
   * colours, and others where the plugin refuses them; all where there is no such decoder by the
   * plugin.
   */
  private ReadPicture readWebp(Path file, String name, Orientation turned)
      throws ImageFileException {
    CodedReader coded = new CodedReader(ImageFormat.WEBP, maxPixels);
    if (WebpFrame.isLossyStill(file)) {
      try {
        check(file, coded.size(file));
        return coded.read(file, name);
      } catch (IOException e) {
        if (!(e instanceof CodecException fault) || fault.reason() != Reason.NO_DECODER) {
          throw ReadFault.of(file, ImageFormat.WEBP, e);
        }
      }
    }
    try {
      return readByPlugin(file, ImageFormat.WEBP, name, turned);
    } catch (ImageFileException e) {
      try {
        check(file, coded.size(file));
        return coded.read(file, name);
      } catch (IOException second) {
        e.addSuppressed(second);
        throw e;
      }
    }
  }

  private ReadPicture readBy(FormatReader reader, Path file, ImageFormat format, String name)
      throws ImageFileException {
    try {
      check(file, reader.size(file));
      return reader.read(file, name);
    } catch (IOException | RuntimeException e) {
      throw ReadFault.of(file, format, e);
    } catch (OutOfMemoryError e) {
      throw ReadFault.outOfMemory(file, e);
    }
  }

  private ReadPicture readByPlugin(Path file, ImageFormat format, String name, Orientation turned)
      throws ImageFileException {
    return decode(
        file,
        format,
        (decoder, size) -> {
          BufferedImage image = decoder.decode();
          FileColors colors = FileColors.of(file, format);
          PixelConverter converter =
              new PixelConverter(
                  image,
                  colors.conversion(),
                  WebpFrame.opacities(
                      file, format, new ImageSize(image.getWidth(), image.getHeight())));
          ReadPicture upright =
              converter.convert(
                  turned == Orientation.NORMAL ? ExifOrientation.of(file, format) : turned);
          if (colors.ignoredProfile() || converter.ignoredProfile() || decoder.ignoredProfile()) {
            LOG.warn("{} has a colour profile that can't be used: it is ignored", name);
          }
          return Canvas.of(file, format)
              .filter(canvas -> canvas.isLargerThan(upright.pixels()))
              .map(canvas -> canvas.place(upright))
              .orElse(upright);
        });
  }

  /**
   * How opaque the pixels of an image are; empty if they all are.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<AlphaChannel> opacity(Path file) throws ImageFileException {
    return readAs(file, file.toString(), Orientation.NORMAL).opacity();
  }

  /**
   * The colour profile that an image is stored with; empty if it has none but sRGB, or one that
   * can't be used.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<ICC_Profile> profile(Path file) throws ImageFileException {
    return storedProfile(file)
        .filter(bytes -> IccConversion.of(bytes).isPresent())
        .map(ICC_Profile::getInstance);
  }

  /** The bytes of a profile, whether it can be used or not. */
  Optional<byte[]> storedProfile(Path file) throws ImageFileException {
    ImageFormat format = ImageFormat.of(file);
    Optional<FormatReader> reader = reader(file, format);
    if (reader.isPresent()) {
      try {
        return reader.get().profile(file);
      } catch (IOException | RuntimeException e) {
        throw ReadFault.of(file, format, e);
      }
    }
    return decode(
        file,
        format,
        (decoder, size) -> {
          Optional<byte[]> said = FileColors.of(file, format).profile();
          return said.isPresent()
              ? said
              : Optional.of(decoder.decode().getColorModel().getColorSpace())
                  .filter(space -> !space.isCS_sRGB())
                  .filter(ICC_ColorSpace.class::isInstance)
                  .map(space -> ((ICC_ColorSpace) space).getProfile().getData());
        });
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
    ImageFormat format = ImageFormat.of(file);
    Optional<FormatReader> reader = reader(file, format);
    if (reader.isPresent()) {
      return sizeBy(reader.get(), file, format);
    }
    try {
      return decode(
          file, format, (decoder, size) -> ExifOrientation.of(file, format).upright(size));
    } catch (ImageFileException e) {
      if (format != ImageFormat.WEBP || WebpFrame.isAnimated(file)) {
        throw e;
      }
      return sizeBy(new CodedReader(format, maxPixels), file, format);
    }
  }

  private ImageSize sizeBy(FormatReader reader, Path file, ImageFormat format)
      throws ImageFileException {
    try {
      ImageSize size = reader.size(file);
      check(file, size);
      return size;
    } catch (IOException | RuntimeException e) {
      throw ReadFault.of(file, format, e);
    }
  }

  /** The reader of a format that the JDK's plugins don't read. */
  private Optional<FormatReader> reader(Path file, ImageFormat format) {
    return switch (format) {
      case HEIC, AVIF, JPEG_2000 -> Optional.of(new CodedReader(format, maxPixels));
      case JPEG_XL ->
          Optional.of(
              new JpegXlReader(this, Objects.requireNonNullElse(System.getenv("PATH"), "")));
      case CAMERA_RAW -> Optional.of(new CameraRawReader(this));
      case TIFF -> CameraRaw.isIn(file) ? Optional.of(new CameraRawReader(this)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private <T> T decode(Path file, ImageFormat format, Task<T> task) throws ImageFileException {
    try (Decoder decoder = Decoder.open(file, format)) {
      ImageSize size = decoder.size();
      check(file, size);
      return task.run(decoder, size);
    } catch (IOException | RuntimeException e) {
      throw ReadFault.of(file, format, e);
    } catch (OutOfMemoryError e) {
      throw ReadFault.outOfMemory(file, e);
    }
  }

  private void check(Path file, ImageSize size) throws ImageFileException {
    if (size.width() < 1 || size.height() < 1) {
      throw ReadFault.noPixels(file, size);
    }
    if (size.pixels() > maxPixels) {
      throw ReadFault.tooManyPixels(file, size, maxPixels);
    }
  }

  /** What is done with a file once its header has been checked. */
  @FunctionalInterface
  private interface Task<T> {
    T run(Decoder decoder, ImageSize size) throws IOException;
  }
}
