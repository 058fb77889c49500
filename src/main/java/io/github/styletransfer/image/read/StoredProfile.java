package io.github.styletransfer.image.read;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The colour profile that a file has, as it is. */
final class StoredProfile {
  private static final Logger LOG = LoggerFactory.getLogger(StoredProfile.class);

  private StoredProfile() {}

  /** Whether a format's profiles are found without decoding pixels. */
  static boolean isApart(ImageFormat format) {
    return switch (format) {
      case PNG, WEBP, HEIC, AVIF, JPEG_2000 -> true;
      default -> false;
    };
  }

  /** The profile of a file of such a format; empty if it has no sound one. */
  static Optional<ICC_Profile> of(Path file, ImageFormat format) {
    try {
      Optional<byte[]> bytes =
          switch (format) {
            case PNG -> PngColors.profile(file);
            case WEBP -> WebpColors.profile(file);
            default -> CodedPicture.of(file, format).profileBytes();
          };
      return bytes.map(ICC_Profile::getInstance).filter(profile -> !isSrgb(profile));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("No usable colour profile in {}", file, e);
      return Optional.empty();
    }
  }

  /** The profile of a decoded image. */
  static Optional<ICC_Profile> of(BufferedImage image) {
    return image.getColorModel().getColorSpace() instanceof ICC_ColorSpace icc
        ? Optional.of(icc.getProfile()).filter(profile -> !isSrgb(profile))
        : Optional.empty();
  }

  private static boolean isSrgb(ICC_Profile profile) {
    return profile == ICC_Profile.getInstance(ColorSpace.CS_sRGB)
        || Arrays.equals(profile.getData(), ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }
}
