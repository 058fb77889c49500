package io.github.styletransfer.image.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells formats whose files begin in many ways. */
final class WeakSignature {
  private static final String BOX_OF_BRANDS = "ftyp";
  private static final int BRANDS_START = 8;
  private static final int BRAND_LENGTH = 4;
  private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
  private static final List<String> HEIF_BRANDS =
      List.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "mif3",
          "msf1", "jpeg", "jpgs", "j2ki", "j2is", "avci", "avcs", "miaf", "1pic");

  /** A number after P, then a space or a comment; or a number with a point for floats. */
  private static final Pattern PNM = Pattern.compile("P([1-7]|F4?|f4?)[\\s#]", Pattern.DOTALL);

  /** Version, encoding, and bits of a sample. */
  private static final Pattern PCX = Pattern.compile("\n[\0\2-\5][\0\1][\1\2\4\b]", Pattern.DOTALL);

  /** Length of a comment, kind of palette, kind of picture; later bits of a pixel. */
  private static final Pattern TGA =
      Pattern.compile(
          ".([\1][\1\t]|[\0][\2\3\n\u000b]).{9}.{4}[\b\u000f\u0010\u0018 ].*", Pattern.DOTALL);

  private static final Pattern TGA_NAME = Pattern.compile(".*\\.(tga|icb|vda|vst)");

  private WeakSignature() {}

  /**
   * The format, if it is one of those.
   *
   * @param head the file's first bytes, each as the character of the same value
   */
  static Optional<ImageFormat> of(Path file, String head) {
    if (head.startsWith(BOX_OF_BRANDS, BRAND_LENGTH)) {
      return ofBrands(head);
    }
    if (PNM.matcher(head).lookingAt()) {
      return Optional.of(ImageFormat.PNM);
    }
    if (PCX.matcher(head).lookingAt()) {
      return Optional.of(ImageFormat.PCX);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return TGA_NAME.matcher(name).matches() && TGA.matcher(head).matches()
        ? Optional.of(ImageFormat.TGA)
        : Optional.empty();
  }

  /** A file names the kinds of readers that it is for. */
  private static Optional<ImageFormat> ofBrands(String head) {
    int length = head.charAt(2) << 8 | head.charAt(3);
    ImageFormat format = null;
    for (int at = BRANDS_START;
        at + BRAND_LENGTH <= Math.min(length, head.length());
        at += BRAND_LENGTH) {
      String brand = head.substring(at, at + BRAND_LENGTH);
      if (AVIF_BRANDS.contains(brand)) {
        return Optional.of(ImageFormat.AVIF);
      }
      if (HEIF_BRANDS.contains(brand)) {
        format = ImageFormat.HEIC;
      }
    }
    return Optional.ofNullable(format);
  }
}
