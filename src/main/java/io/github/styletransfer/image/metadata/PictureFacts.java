package io.github.styletransfer.image.metadata;

import java.util.Optional;

/**
 * What a picture's file says beside its pixels.
 *
 * @param software the program that made it; empty for a file that says nothing but its colours
 * @param description how it was made
 * @param resolution how closely it is printed
 * @param exif of the photo
 * @param xmp of the photo, as a packet of XML
 */
public record PictureFacts(
    Optional<String> software,
    Optional<String> description,
    Optional<Resolution> resolution,
    ExifFields exif,
    Optional<String> xmp) {
  /** Of a file that says nothing but its colours. */
  public static final PictureFacts NONE =
      new PictureFacts(
          Optional.empty(), Optional.empty(), Optional.empty(), ExifFields.NONE, Optional.empty());

  /** Whether nothing is said but the colours. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
