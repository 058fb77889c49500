package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.CodecProcess;
import io.github.styletransfer.image.container.ContainedPicture;
import io.github.styletransfer.image.container.ContainedPicture.Layer;
import io.github.styletransfer.image.container.ContainedPicture.Window;
import io.github.styletransfer.image.profile.SrgbConversion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a picture that another process decodes, to be read from the top. What {@link #read} can't
 * have, it throws as an {@link UncheckedIOException}.
 */
final class CodedRows implements PixelRows {
  private static final int MAX = 65_535;
  private static final int PER_BYTE = MAX / MAX_BYTE;

  private final LayerRows layer;
  private final Window window;
  private final @Nullable SrgbConversion conversion;
  private final boolean premultiplied;
  private final byte @Nullable [] opacities;
  private final int opacityWidth;
  private final int channels;
  private final int colors;
  private final short[] samples;
  private int row;

  /**
   * Awaits the first tile, and reads how opaque the picture is.
   *
   * @param process decodes the tiles of the opacity, if there is one, and then those of the colours
   * @param conversion from its colours; none for sRGB
   * @throws IOException if it can't be decoded
   */
  CodedRows(CodecProcess process, ContainedPicture picture, Colors conversion) throws IOException {
    this.window = picture.window();
    this.premultiplied = picture.premultiplied();
    Optional<Layer> opacity = picture.opacity();
    this.opacities = opacity.isPresent() ? opacities(process, opacity.get()) : null;
    this.opacityWidth = picture.colors().size().width();
    this.layer = new LayerRows(process, picture.colors());
    this.channels = layer.tile().channels();
    this.colors = channels < RgbImage.CHANNELS ? 1 : RgbImage.CHANNELS;
    this.conversion = conversion.of(layer.tile().primaries(), layer.tile().transfer(), colors);
    int components = this.conversion == null ? colors : this.conversion.components();
    this.samples = new short[window.size().width() * components];
  }

  /** Chooses the conversion of a picture's colours, once more is known of them. */
  @FunctionalInterface
  interface Colors {
    /**
     * The conversion.
     *
     * @param primaries ITU-T H.273's code, as the decoder knows it
     * @param transfer ITU-T H.273's code, as the decoder knows it
     * @param components samples of a pixel: 1 for grey, 3 for RGB
     * @return none if they are sRGB's
     */
    @Nullable SrgbConversion of(int primaries, int transfer, int components);
  }

  private static byte[] opacities(CodecProcess process, Layer layer) throws IOException {
    LayerRows rows = new LayerRows(process, layer);
    int channels = rows.tile().channels();
    int width = layer.size().width();
    byte[] opacities = new byte[Math.toIntExact(layer.size().pixels())];
    for (int i = 0; i < opacities.length; i += width) {
      short[] row = rows.next();
      for (int x = 0; x < width; x++) {
        opacities[i + x] = toByte(row[x * channels]);
      }
    }
    return opacities;
  }

  private static byte toByte(short sample) {
    return (byte) (((sample & MAX) + PER_BYTE / 2) / PER_BYTE);
  }

  @Override
  public boolean read(int y, byte[] rgb, byte[] seen) {
    try {
      short[] stored = layer.next();
      for (row++; row <= window.top() + y; row++) {
        stored = layer.next();
      }
      convert(stored, rgb);
      return layOverWhite(stored, rgb, seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void convert(short[] stored, byte[] rgb) {
    if (conversion == null) {
      int toGreen = colors == 1 ? 0 : 1;
      int toBlue = colors == 1 ? 0 : 2;
      int from = window.left() * channels;
      for (int i = 0; i < rgb.length; i += RgbImage.CHANNELS) {
        rgb[i] = toByte(stored[from]);
        rgb[i + 1] = toByte(stored[from + toGreen]);
        rgb[i + 2] = toByte(stored[from + toBlue]);
        from += channels;
      }
      return;
    }
    int components = conversion.components();
    for (int x = 0; x < window.size().width(); x++) {
      int from = (window.left() + x) * channels;
      for (int i = 0; i < components; i++) {
        samples[x * components + i] = stored[from + Math.min(i, colors - 1)];
      }
    }
    conversion.convert(samples, rgb);
  }

  private boolean layOverWhite(short[] stored, byte[] rgb, byte[] seen) {
    boolean inside = channels > colors;
    if (opacities == null && !inside) {
      return false;
    }
    boolean transparent = false;
    for (int x = 0; x < window.size().width(); x++) {
      int column = window.left() + x;
      int opacity =
          Byte.toUnsignedInt(
              opacities == null
                  ? toByte(stored[column * channels + colors])
                  : opacities[(row - 1) * opacityWidth + column]);
      transparent |= opacity < MAX_BYTE;
      seen[x] = (byte) opacity;
      for (int i = x * RgbImage.CHANNELS; i < (x + 1) * RgbImage.CHANNELS; i++) {
        int sample = Byte.toUnsignedInt(rgb[i]);
        rgb[i] =
            premultiplied
                ? (byte) Math.min(MAX_BYTE, sample + MAX_BYTE - opacity)
                : PixelRows.overWhite(sample, opacity, MAX_BYTE);
      }
    }
    return transparent;
  }
}
