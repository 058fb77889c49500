package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads JPEG, PNG, BMP, GIF, TIFF and WebP files, told apart by content, not by name. Of files with
 * several images it reads the first. The result is upright (Exif orientation), opaque (transparency
 * is laid over white) and in sRGB (colour profiles and CMYK are converted, grey values are kept, 16
 * bits are rounded to 8).
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
      return decoded(file, name);
    } catch (ImageFileException e) {
      throw name.equals(file.toString()) ? e : e.about(name);
    }
  }

  private RgbImage decoded(Path file, String name) throws ImageFileException {
    return decode(
        file,
        (decoder, format, size) -> {
          BufferedImage image = decoder.decode();
          ICC_Profile profile = format == ImageFormat.PNG ? PngProfile.of(file) : null;
          PixelConverter converter = new PixelConverter(image, profile);
          RgbImage upright = converter.convert(ExifOrientation.of(file, format));
          if (converter.hadTransparency()) {
            LOG.info("{} has transparency: it is laid over white", name);
          }
          return upright;
        });
  }

  /**
   * How opaque the pixels of an image are; empty if they all are.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<AlphaChannel> alpha(Path file) throws ImageFileException {
    return decode(
        file,
        (decoder, format, size) ->
            AlphaRows.of(decoder.decode(), ExifOrientation.of(file, format)));
  }

  /**
   * The colour profile that an image is stored with; empty if it has none but sRGB.
   *
   * @throws ImageFileException as {@link #read(Path)} does
   */
  public Optional<ICC_Profile> profile(Path file) throws ImageFileException {
    return decode(
        file,
        (decoder, format, size) -> {
          if (format == ImageFormat.PNG) {
            return Optional.ofNullable(PngProfile.of(file));
          }
          ColorSpace space = decoder.decode().getColorModel().getColorSpace();
          return space instanceof ICC_ColorSpace icc && !space.isCS_sRGB()
              ? Optional.of(icc.getProfile())
              : Optional.empty();
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
    return decode(file, (decoder, format, size) -> ExifOrientation.of(file, format).upright(size));
  }

  private <T> T decode(Path file, Task<T> task) throws ImageFileException {
    ImageFormat format = ImageFormat.of(file);
    try (Decoder decoder = Decoder.open(file, format)) {
      ImageSize size = decoder.size();
      check(file, size);
      return task.run(decoder, format, size);
    } catch (ImageFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof OutOfMemoryError cause) {
        throw ReadFault.outOfMemory(file, cause);
      }
      throw isUnsupported(e.getMessage())
          ? ReadFault.unsupportedVariant(file, format, e)
          : ReadFault.damaged(file, format, e);
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

  private static boolean isUnsupported(@Nullable String problem) {
    return problem != null && problem.toLowerCase(Locale.ROOT).contains("unsupported");
  }

  /** What is done with a file once its header has been checked. */
  @FunctionalInterface
  private interface Task<T> {
    T run(Decoder decoder, ImageFormat format, ImageSize size) throws IOException;
  }
}
