package io.github.styletransfer.image.read;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import io.github.styletransfer.image.Orientation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the orientation in a file's Exif data. Only these are read where that is possible: other
 * metadata may be large, or inflate to anything.
 */
final class ExifOrientation {
  private static final Logger LOG = LoggerFactory.getLogger(ExifOrientation.class);

  private ExifOrientation() {}

  /** The orientation the file asks for; {@link Orientation#NORMAL} when it says none. */
  static Orientation of(Path file, ImageFormat format) {
    try {
      for (ExifIFD0Directory directory :
          metadata(file, format).getDirectoriesOfType(ExifIFD0Directory.class)) {
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

  private static Metadata metadata(Path file, ImageFormat format)
      throws IOException, ImageProcessingException {
    return switch (format) {
      case GIF, BMP, AVIF, HEIC, JPEG_2000, JPEG_XL, PSD, ICO, PNM, PCX, TGA -> new Metadata();
      case PNG -> metadataOfPng(file);
      case JPEG, TIFF, WEBP, CAMERA_RAW -> {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          yield format == ImageFormat.JPEG
              ? JpegMetadataReader.readMetadata(in, List.of(new ExifReader()))
              : ImageMetadataReader.readMetadata(in, Files.size(file));
        }
      }
    };
  }

  private static Metadata metadataOfPng(Path file) throws IOException {
    Metadata metadata = new Metadata();
    PngChunks.find(file, "eXIf", Set.of("IEND"))
        .ifPresent(exif -> new ExifReader().extract(new ByteArrayReader(exif), metadata));
    return metadata;
  }
}
