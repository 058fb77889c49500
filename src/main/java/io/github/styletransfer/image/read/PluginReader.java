package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files for which there is a plugin of the JDK's ImageIO.
 *
 * @param format theirs
 * @param limit of the pixels that are decoded
 */
record PluginReader(ImageFormat format, PixelLimit limit) implements FormatReader {
  private static final Logger LOG = LoggerFactory.getLogger(PluginReader.class);

  @Override
  public ImageSize size(Path file) throws IOException {
    try (Decoder decoder = Decoder.open(file, format)) {
      return ExifOrientation.of(file, format).upright(decoder.size());
    }
  }

  @Override
  public ReadPicture read(Path file, String name) throws IOException {
    return read(file, name, ExifOrientation.of(file, format));
  }

  /** Reads an image that is turned in a way, whatever its file says. */
  ReadPicture read(Path file, String name, Orientation turned) throws IOException {
    try (Decoder decoder = Decoder.open(file, format)) {
      limit.check(file, decoder.size());
      BufferedImage image = decoder.decode();
      FileColors colors = FileColors.of(file, format);
      PixelConverter converter =
          new PixelConverter(image, colors.conversion(), opacity(file, image));
      ReadPicture upright = converter.convert(turned);
      if (colors.ignoredProfile() || converter.ignoredProfile() || decoder.ignoredProfile()) {
        LOG.warn("{} has a colour profile that can't be used: it is ignored", name);
      }
      return Canvas.of(file, format)
          .filter(canvas -> canvas.isLargerThan(upright.pixels()))
          .map(canvas -> canvas.place(upright))
          .orElse(upright);
    }
  }

  private Optional<AlphaChannel> opacity(Path file, BufferedImage image) throws IOException {
    return format == ImageFormat.WEBP
        ? WebpOpacity.of(file, new ImageSize(image.getWidth(), image.getHeight()))
        : Optional.empty();
  }

  @Override
  public Optional<byte[]> profile(Path file) throws IOException {
    Optional<byte[]> said = FileColors.of(file, format).profile();
    if (said.isPresent()) {
      return said;
    }
    try (Decoder decoder = Decoder.open(file, format)) {
      limit.check(file, decoder.size());
      return Optional.of(decoder.decode().getColorModel().getColorSpace())
          .filter(space -> !space.isCS_sRGB())
          .filter(ICC_ColorSpace.class::isInstance)
          .map(space -> ((ICC_ColorSpace) space).getProfile().getData());
    }
  }
}
