package io.github.styletransfer.image.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.png.PngDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how closely an image is meant to be printed, upright. */
final class ResolutionReader {
  private static final double INCHES_OF_METRE = 100 / Resolution.CENTIMETRES;
  private static final int EXIF_INCH = 2;
  private static final int EXIF_CENTIMETRE = 3;
  private static final int JFIF_INCH = 1;
  private static final int JFIF_CENTIMETRE = 2;
  private static final int PNG_METRE = 1;

  /** The least Exif orientation of which width and height are exchanged. */
  private static final int TURNED = 5;

  private ResolutionReader() {}

  static Optional<Resolution> of(Metadata metadata) {
    @Nullable ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Optional<Resolution> stored =
        read(
                exif,
                ExifDirectoryBase.TAG_X_RESOLUTION,
                ExifDirectoryBase.TAG_Y_RESOLUTION,
                ofExif(exif))
            .or(() -> ofJfif(metadata))
            .or(() -> ofPng(metadata));
    return exif != null && number(exif, ExifDirectoryBase.TAG_ORIENTATION) >= TURNED
        ? stored.map(Resolution::turned)
        : stored;
  }

  private static double ofExif(@Nullable Directory exif) {
    int unit = exif == null ? 0 : (int) number(exif, ExifDirectoryBase.TAG_RESOLUTION_UNIT);
    return switch (unit) {
      case EXIF_INCH -> 1;
      case EXIF_CENTIMETRE -> Resolution.CENTIMETRES;
      default -> 0;
    };
  }

  private static Optional<Resolution> ofJfif(Metadata metadata) {
    @Nullable JfifDirectory header = metadata.getFirstDirectoryOfType(JfifDirectory.class);
    int unit = header == null ? 0 : (int) number(header, JfifDirectory.TAG_UNITS);
    double inches = unit == JFIF_INCH ? 1 : unit == JFIF_CENTIMETRE ? Resolution.CENTIMETRES : 0;
    return read(header, JfifDirectory.TAG_RESX, JfifDirectory.TAG_RESY, inches);
  }

  private static Optional<Resolution> ofPng(Metadata metadata) {
    @Nullable PngDirectory chunk = metadata.getFirstDirectoryOfType(PngDirectory.class);
    boolean metres =
        chunk != null && (int) number(chunk, PngDirectory.TAG_UNIT_SPECIFIER) == PNG_METRE;
    return read(
        chunk,
        PngDirectory.TAG_PIXELS_PER_UNIT_X,
        PngDirectory.TAG_PIXELS_PER_UNIT_Y,
        metres ? 1 / INCHES_OF_METRE : 0);
  }

  /**
   * Reads two numbers.
   *
   * @param toInches what they are multiplied by; 0 if their unit isn't known
   */
  private static Optional<Resolution> read(
      @Nullable Directory directory, int horizontal, int vertical, double toInches) {
    if (directory == null || toInches == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Resolution(
              number(directory, horizontal) * toInches, number(directory, vertical) * toInches));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static double number(Directory directory, int tag) {
    @Nullable Double value = directory.getDoubleObject(tag);
    return value == null ? 0 : value;
  }
}
