package io.github.styletransfer.image.read;

import io.github.styletransfer.image.profile.Chromaticities;
import io.github.styletransfer.image.profile.Cicp;
import io.github.styletransfer.image.profile.IccConversion;
import io.github.styletransfer.image.profile.RgbEncoding;
import io.github.styletransfer.image.profile.SrgbConversion;
import io.github.styletransfer.image.profile.TransferCurve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/**
 * Finds what the numbers of a PNG file stand for, which the JDK's decoder leaves unused: of what
 * the file says, the first of cICP, iCCP, sRGB, and gAMA with cHRM that can be used, as the PNG
 * specification (third edition) asks for.
 */
final class PngColors {
  private static final Set<String> CHUNKS = Set.of("IHDR", "cICP", "iCCP", "sRGB", "gAMA", "cHRM");

  private static final Set<String> DATA_CHUNKS = Set.of("IDAT", "IEND");
  private static final int COLOR_TYPE = 9;
  private static final int COLOR_FLAG = 2;
  private static final int CICP_BYTES = 4;
  private static final int CHROMATICITIES = 8;
  private static final double UNIT = 100_000;
  private static final double SRGB_GAMMA = 0.45455;
  private static final double ROUNDING = 1e-3;
  private static final double LEAST_GAMMA = 0.01;
  private static final double MOST_GAMMA = 10;

  private final Map<String, byte[]> chunks;
  private boolean ignoredProfile;

  private PngColors(Map<String, byte[]> chunks) {
    this.chunks = chunks;
  }

  /** What a file says of its colours. */
  static FileColors of(Path file) throws IOException {
    PngColors colors = new PngColors(PngChunks.find(file, CHUNKS, DATA_CHUNKS));
    Optional<SrgbConversion> conversion = colors.conversion();
    return new FileColors(
        conversion.orElse(null),
        Optional.of(colors.profile()).filter(bytes -> bytes.length > 0),
        colors.ignoredProfile);
  }

  private Optional<SrgbConversion> conversion() {
    Optional<RgbEncoding> encoding = codePoints();
    if (encoding.isEmpty() && chunks.containsKey("iCCP")) {
      Optional<SrgbConversion> conversion =
          IccConversion.of(profile()).filter(some -> some.components() == components());
      if (conversion.isPresent()) {
        return conversion;
      }
      ignoredProfile = true;
    }
    if (encoding.isEmpty() && !chunks.containsKey("sRGB")) {
      encoding = gammaAndPrimaries();
    }
    return encoding
        .filter(some -> !some.isSrgb())
        .map(RgbEncoding::toSrgb)
        .map(some -> components() == 1 ? new GreyAsRgb(some) : some);
  }

  private int components() {
    byte[] header = chunks.getOrDefault("IHDR", new byte[0]);
    return header.length > COLOR_TYPE && (header[COLOR_TYPE] & COLOR_FLAG) == 0 ? 1 : 3;
  }

  private Optional<RgbEncoding> codePoints() {
    byte[] codes = chunks.getOrDefault("cICP", new byte[0]);
    if (codes.length < CICP_BYTES || codes[2] != 0) {
      return Optional.empty();
    }
    return new Cicp(
            Byte.toUnsignedInt(codes[0]), Byte.toUnsignedInt(codes[1]), codes[2], codes[3] != 0)
        .encoding();
  }

  /** The chunk has a name that ends with 0, the compression method and compressed bytes. */
  private byte[] profile() {
    InputStream in = new ByteArrayInputStream(chunks.getOrDefault("iCCP", new byte[0]));
    try (InputStream inflated = new InflaterInputStream(in)) {
      int next = in.read();
      while (next > 0) {
        next = in.read();
      }
      in.skipNBytes(1);
      return inflated.readNBytes(PngChunks.MAX_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** A power of 2.2 with sRGB's primaries stands for sRGB, which older writers couldn't name. */
  private Optional<RgbEncoding> gammaAndPrimaries() {
    double gamma = numbers("gAMA", 1)[0];
    Optional<Chromaticities> primaries = primaries();
    boolean usable = gamma >= LEAST_GAMMA && gamma <= MOST_GAMMA;
    if (!usable && primaries.isEmpty()) {
      return Optional.empty();
    }
    RgbEncoding srgbCurve =
        new RgbEncoding(primaries.orElse(Chromaticities.BT709), TransferCurve.SRGB, true);
    if (!usable || (srgbCurve.isSrgb() && Math.abs(gamma - SRGB_GAMMA) < ROUNDING)) {
      return Optional.of(srgbCurve);
    }
    return Optional.of(
        new RgbEncoding(srgbCurve.chromaticities(), TransferCurve.power(1 / gamma), true));
  }

  private Optional<Chromaticities> primaries() {
    double[] xy = numbers("cHRM", CHROMATICITIES);
    try {
      return Optional.of(
          new Chromaticities(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The numbers of a chunk; zeros when there is no such chunk, or a shorter one. */
  private double[] numbers(String type, int count) {
    byte[] chunk = chunks.getOrDefault(type, new byte[0]);
    double[] numbers = new double[count];
    if (chunk.length >= count * Integer.BYTES) {
      ByteBuffer in = ByteBuffer.wrap(chunk);
      for (int i = 0; i < count; i++) {
        numbers[i] = Integer.toUnsignedLong(in.getInt()) / UNIT;
      }
    }
    return numbers;
  }
}
