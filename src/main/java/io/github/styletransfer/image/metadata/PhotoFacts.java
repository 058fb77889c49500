package io.github.styletransfer.image.metadata;

import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a photo's file says that a picture painted from it can say, too: when, where, by whom and
 * with what the photo was taken, and how closely it is printed. Thumbnails and makers' notes, which
 * may show the photo itself, aren't among it.
 *
 * @param description what the file says of itself
 * @param resolution how closely the photo is printed
 * @param exif fields of Exif data
 * @param xmp a packet of XMP
 */
public record PhotoFacts(
    Optional<String> description,
    Optional<Resolution> resolution,
    ExifFields exif,
    Optional<XmpFacts> xmp) {
  /** Of a photo that says nothing. */
  public static final PhotoFacts NONE =
      new PhotoFacts(Optional.empty(), Optional.empty(), ExifFields.NONE, Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(PhotoFacts.class);

  /** The facts of a file, as far as they can be read; never a fault. */
  public static PhotoFacts of(Path file) {
    try {
      Metadata metadata = PhotoMetadata.of(file);
      ExifIFD0Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return new PhotoFacts(
          Optional.ofNullable(image)
              .map(some -> some.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)),
          ResolutionReader.of(metadata),
          ExifFieldReader.of(metadata),
          XmpFacts.of(metadata));
    } catch (IOException | ImageProcessingException | RuntimeException | StackOverflowError e) {
      LOG.debug("No usable metadata in {}", file, e);
      return NONE;
    }
  }

  /**
   * What a picture that is painted from the photo says.
   *
   * @param software the program that paints
   * @param made how the picture is made
   */
  public PictureFacts ofPicture(String software, String made) {
    return new PictureFacts(
        Optional.of(software),
        Optional.of(made),
        resolution,
        exif,
        xmp.map(some -> some.packet(software)));
  }
}
