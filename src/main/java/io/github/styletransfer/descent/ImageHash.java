package io.github.styletransfer.descent;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells images apart.
 *
 * @param size of the image
 * @param sha256 of its samples, in hexadecimal digits
 */
record ImageHash(ImageSize size, String sha256) {
  static ImageHash of(RgbImage image) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(image.samples());
      return new ImageHash(image.size(), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
