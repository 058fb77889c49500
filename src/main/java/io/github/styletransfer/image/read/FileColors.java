package io.github.styletransfer.image.read;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.profile.IccConversion;
import io.github.styletransfer.image.profile.SrgbConversion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its colours that its decoder leaves to others.
 *
 * @param conversion to sRGB; none when there is nothing to convert
 * @param profile the ICC profile that the conversion is of, or that can't be used
 * @param ignoredProfile whether there is a profile that can't be used
 */
record FileColors(
    @Nullable SrgbConversion conversion, Optional<byte[]> profile, boolean ignoredProfile) {
  /** The colours of a file. */
  static FileColors of(Path file, ImageFormat format) throws IOException {
    return switch (format) {
      case PNG -> PngColors.of(file);
      case BMP -> BmpColors.of(file);
      case WEBP -> WebpColors.of(file);
      default -> new FileColors(null, Optional.empty(), false);
    };
  }

  /** Those of an RGB image with a profile, or without. */
  static FileColors ofRgb(Optional<byte[]> profile) {
    Optional<SrgbConversion> conversion =
        profile.flatMap(IccConversion::of).filter(some -> some.components() == RgbImage.CHANNELS);
    return new FileColors(
        conversion.orElse(null), profile, profile.isPresent() && conversion.isEmpty());
  }
}
