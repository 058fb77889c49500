package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * The ImageIO plugin for one file; only the first image of the file counts, of an icon the largest.
 */
final class Decoder implements Closeable {
  /** Warnings after which a decoder goes on with grey or torn pixels. */
  private static final Pattern DAMAGE =
      Pattern.compile("corrupt jpeg data(?!.*extraneous)", Pattern.CASE_INSENSITIVE);

  private static final Pattern IGNORED_PROFILE =
      Pattern.compile(
          "ignoring (icc |broken/incompatible icc )?profile|non-rgb icc profile",
          Pattern.CASE_INSENSITIVE);

  private static final int RIFF_HEADER_BYTES = 8;

  /** Of the 512 samples for each byte that TwelveMonkeys allows: blank pages have thousands. */
  private static final int TIFF_EXPANSION = 16;

  private final ImageInputStream in;
  private final javax.imageio.ImageReader reader;
  private final int index;
  private final Path file;
  private final ImageFormat format;
  private final List<String> damage = new ArrayList<>();

  private boolean ignoredProfile;

  private Decoder(
      ImageInputStream in, javax.imageio.ImageReader reader, Path file, ImageFormat format)
      throws IOException {
    this.in = in;
    this.file = file;
    this.format = format;
    this.reader = reader;
    reader.setInput(in, format != ImageFormat.ICO, true);
    this.index = format == ImageFormat.ICO ? largest(reader) : 0;
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          ignoredProfile |= IGNORED_PROFILE.matcher(warning).find();
          if (DAMAGE.matcher(warning).find()) {
            damage.add(warning);
          }
        });
  }

  private static int largest(javax.imageio.ImageReader reader) throws IOException {
    int largest = 0;
    for (int i = 1; i < reader.getNumImages(true); i++) {
      if (reader.getWidth(i) * reader.getHeight(i)
          > reader.getWidth(largest) * reader.getHeight(largest)) {
        largest = i;
      }
    }
    return largest;
  }

  static Decoder open(Path file, ImageFormat format) throws IOException {
    ImageInputStream in =
        new EndedStream(
            switch (format) {
              case WEBP -> WebpColors.withoutProfile(file);
              case PNG -> PngPalette.open(file);
              default -> ImageIO.createImageInputStream(file.toFile());
            },
            format == ImageFormat.TIFF ? TIFF_EXPANSION : 1);
    try {
      if (format == ImageFormat.WEBP) {
        checkRiffLength(in);
      }
      if (format == ImageFormat.TIFF) {
        TiffHeader.check(in);
      }
      Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IIOException("No decoder takes the header");
      }
      return new Decoder(in, readers.next(), file, format);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The WebP decoder doesn't notice a missing end. */
  private static void checkRiffLength(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(Integer.BYTES);
    long expected = in.readUnsignedInt() + RIFF_HEADER_BYTES;
    if (in.length() >= 0 && in.length() < expected) {
      throw new EOFException(in.length() + " of " + expected + " bytes");
    }
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.seek(0);
  }

  /** Size as stored, from the header. */
  ImageSize size() throws IOException {
    Optional<Canvas> canvas = Canvas.of(file, format);
    return canvas.isPresent()
        ? canvas.get().size()
        : new ImageSize(reader.getWidth(index), reader.getHeight(index));
  }

  /**
   * Decodes the pixels.
   *
   * @throws IOException also when the decoder only warns about missing or damaged data
   */
  BufferedImage decode() throws IOException {
    BufferedImage image = reader.read(index, RawSamples.param(reader, format));
    if (!damage.isEmpty()) {
      throw new IIOException(String.join("; ", damage));
    }
    return format == ImageFormat.TGA ? TgaGrey.of(file, image) : image;
  }

  /** Whether the decoder has met a colour profile that can't be used. */
  boolean ignoredProfile() {
    return ignoredProfile;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
