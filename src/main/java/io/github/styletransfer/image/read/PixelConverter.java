package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.profile.IccConversion;
import io.github.styletransfer.image.profile.SrgbConversion;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** Turns a decoded image into an upright one of sRGB samples, row by row to save memory. */
final class PixelConverter {
  private static final Set<Integer> SAMPLE_TYPES =
      Set.of(
          DataBuffer.TYPE_BYTE,
          DataBuffer.TYPE_USHORT,
          DataBuffer.TYPE_INT,
          DataBuffer.TYPE_FLOAT,
          DataBuffer.TYPE_DOUBLE);

  private final ImageSize stored;
  private final PixelRows rows;
  private boolean ignoredProfile;

  /**
   * Chooses the conversion that fits an image.
   *
   * @param image the decoded image, not turned upright yet
   * @param conversion to sRGB, when the decoder left it to others
   * @param opacity of the image's pixels, when the decoder left it to others
   * @throws IIOException when its samples are of a type that isn't known
   */
  PixelConverter(
      BufferedImage image, @Nullable SrgbConversion conversion, Optional<AlphaChannel> opacity)
      throws IIOException {
    this.stored = new ImageSize(image.getWidth(), image.getHeight());
    PixelRows colors = rows(image, conversion);
    this.rows = opacity.<PixelRows>map(some -> new VeiledRows(colors, some)).orElse(colors);
  }

  /**
   * Takes rows as they are.
   *
   * @param stored the size of the image, not turned upright yet
   * @param rows of such an image
   */
  PixelConverter(ImageSize stored, PixelRows rows) {
    this.stored = stored;
    this.rows = rows;
  }

  /** Converts all pixels. */
  ReadPicture convert(Orientation orientation) {
    ImageSize upright = orientation.upright(stored);
    byte[] samples = new byte[Math.toIntExact(upright.pixels() * RgbImage.CHANNELS)];
    byte[] row = new byte[stored.width() * RgbImage.CHANNELS];
    byte[] opacityRow = new byte[stored.width()];
    byte[] opacities = null;
    int step = orientation.step(stored) * RgbImage.CHANNELS;
    for (int y = 0; y < stored.height(); y++) {
      int target = orientation.indexOfRow(stored, y) * RgbImage.CHANNELS;
      if (rows.read(y, row, opacityRow)) {
        if (opacities == null) {
          opacities = opaque(upright);
        }
        scatter(opacityRow, opacities, target / RgbImage.CHANNELS, step / RgbImage.CHANNELS);
      }
      for (int i = 0; i < row.length; i += RgbImage.CHANNELS) {
        samples[target] = row[i];
        samples[target + 1] = row[i + 1];
        samples[target + 2] = row[i + 2];
        target += step;
      }
    }
    return new ReadPicture(
        new RgbImage(upright.width(), upright.height(), samples),
        opacities == null ? Optional.empty() : Optional.of(new AlphaChannel(upright, opacities)));
  }

  private static byte[] opaque(ImageSize size) {
    byte[] opacities = new byte[Math.toIntExact(size.pixels())];
    Arrays.fill(opacities, (byte) PixelRows.MAX_BYTE);
    return opacities;
  }

  private static void scatter(byte[] row, byte[] to, int first, int step) {
    int target = first;
    for (byte value : row) {
      to[target] = value;
      target += step;
    }
  }

  /** Whether the image has a colour profile of its own that can't be used. */
  boolean ignoredProfile() {
    return ignoredProfile;
  }

  private PixelRows rows(BufferedImage image, @Nullable SrgbConversion conversion)
      throws IIOException {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return new PaletteRows(image.getRaster(), palette, colors(palette, conversion));
    }
    if (!(image.getColorModel() instanceof ComponentColorModel model)) {
      return conversion != null && conversion.components() == RgbImage.CHANNELS
          ? rows(withSamples(image), conversion)
          : new ColorModelRows(image);
    }
    if (!SAMPLE_TYPES.contains(model.getTransferType())) {
      throw new IIOException("Unsupported type of samples: " + model.getTransferType());
    }
    ColorSpace space = model.getColorSpace();
    SrgbConversion used =
        conversion != null && conversion.components() == space.getNumComponents()
            ? conversion
            : conversion(space);
    RowSamples stored = new RowSamples(image.getRaster(), model);
    if (used != null) {
      return new ConvertedRows(stored, image.getWidth(), Opacity.of(model), used);
    }
    return space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY
        ? new SampleRows(stored, space.getNumComponents(), Opacity.of(model))
        : new ColorModelRows(image);
  }

  /** The same pixels, packed no more. */
  private static BufferedImage withSamples(BufferedImage image) {
    int width = image.getWidth();
    BufferedImage plain =
        new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      plain.setRGB(0, y, width, 1, row, 0, width);
    }
    return plain;
  }

  private byte[] colors(IndexColorModel palette, @Nullable SrgbConversion conversion)
      throws IIOException {
    int size = palette.getMapSize();
    int[] argb = new int[size];
    palette.getRGBs(argb);
    BufferedImage line =
        conversion != null && conversion.components() == 1
            ? greyLine(argb)
            : new BufferedImage(size, 1, BufferedImage.TYPE_4BYTE_ABGR);
    if (line.getType() == BufferedImage.TYPE_4BYTE_ABGR) {
      line.setRGB(0, 0, size, 1, argb, 0, size);
    }
    byte[] rgb = new byte[size * RgbImage.CHANNELS];
    rows(line, conversion).read(0, rgb, new byte[size]);
    return rgb;
  }

  /** Grey of few bits comes as a palette. */
  private static BufferedImage greyLine(int[] argb) {
    BufferedImage line = new BufferedImage(argb.length, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < argb.length; i++) {
      line.getRaster().setSample(i, 0, 0, argb[i] & PixelRows.MAX_BYTE);
    }
    return line;
  }

  /** The conversion of an image's own colour space; none where samples are taken as they are. */
  private @Nullable SrgbConversion conversion(ColorSpace space) {
    if (space.isCS_sRGB()
        || space == ColorSpace.getInstance(ColorSpace.CS_GRAY)
        || !(space instanceof ICC_ColorSpace icc)) {
      return null;
    }
    Optional<SrgbConversion> conversion = IccConversion.of(icc.getProfile());
    ignoredProfile |= conversion.isEmpty();
    return conversion.orElse(null);
  }
}
