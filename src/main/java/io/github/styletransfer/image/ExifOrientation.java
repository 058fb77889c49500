package io.github.styletransfer.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the orientation in a file's Exif data. */
final class ExifOrientation {
  private static final Logger LOG = LoggerFactory.getLogger(ExifOrientation.class);

  private ExifOrientation() {}

  /** The orientation the file asks for; {@link Orientation#NORMAL} when it says none. */
  static Orientation of(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (ExifIFD0Directory directory :
          ImageMetadataReader.readMetadata(in, Files.size(file))
              .getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (value != null) {
          return Orientation.ofExif(value);
        }
      }
    } catch (IOException | ImageProcessingException | RuntimeException e) {
      LOG.debug("No usable Exif data in {}", file, e);
    }
    return Orientation.NORMAL;
  }
}
