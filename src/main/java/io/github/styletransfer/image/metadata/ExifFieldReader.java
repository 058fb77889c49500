package io.github.styletransfer.image.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import org.jspecify.annotations.Nullable;

/** Takes those fields from Exif data that are true of a painted photo, too. */
final class ExifFieldReader {
  private static final int MOST_VALUES = 16;
  private static final int MOST_CHARACTERS = 2000;

  /** Make, model, date, artist, copyright. */
  private static final Map<Integer, Integer> IMAGE =
      types(TIFFTag.TIFF_ASCII, 0x010f, 0x0110, 0x0132, 0x013b, 0x8298);

  private static final Map<Integer, Integer> CAPTURE =
      all(
          // Dates with their offsets and fractions, maker and model of the lens.
          types(
              TIFFTag.TIFF_ASCII,
              0x9003,
              0x9004,
              0x9010,
              0x9011,
              0x9012,
              0x9290,
              0x9291,
              0x9292,
              0xa433,
              0xa434),
          // Exposure program, sensitivity and its type, metering, light, flash, exposure mode,
          // white balance, focal length of a small-format camera, kind of scene.
          types(
              TIFFTag.TIFF_SHORT,
              0x8822,
              0x8827,
              0x8830,
              0x9207,
              0x9208,
              0x9209,
              0xa402,
              0xa403,
              0xa405,
              0xa406),
          // Exposure time, aperture, widest aperture, distance, focal length, digital zoom, kind of
          // lens.
          types(
              TIFFTag.TIFF_RATIONAL,
              0x829a,
              0x829d,
              0x9202,
              0x9205,
              0x9206,
              0x920a,
              0xa404,
              0xa432),
          // Shutter speed, brightness, correction of the exposure.
          types(TIFFTag.TIFF_SRATIONAL, 0x9201, 0x9203, 0x9204));

  private static final Map<Integer, Integer> PLACE =
      all(
          // North or south, east or west, directions, units, date.
          types(TIFFTag.TIFF_ASCII, 0x01, 0x03, 0x0c, 0x0e, 0x10, 0x12, 0x1d),
          // Version, below or above the sea.
          types(TIFFTag.TIFF_BYTE, 0x00, 0x05),
          // Latitude, longitude, altitude, time, speed, track, direction of the image, error.
          types(TIFFTag.TIFF_RATIONAL, 0x02, 0x04, 0x06, 0x07, 0x0d, 0x0f, 0x11, 0x1f));

  private ExifFieldReader() {}

  static ExifFields of(Metadata metadata) {
    return new ExifFields(
        fields(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class), IMAGE),
        fields(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class), CAPTURE),
        fields(metadata.getFirstDirectoryOfType(GpsDirectory.class), PLACE));
  }

  private static Map<Integer, Integer> types(int type, int... tags) {
    Map<Integer, Integer> types = new TreeMap<>();
    for (int tag : tags) {
      types.put(tag, type);
    }
    return Collections.unmodifiableMap(types);
  }

  @SafeVarargs
  private static Map<Integer, Integer> all(Map<Integer, Integer>... parts) {
    Map<Integer, Integer> all = new TreeMap<>();
    for (Map<Integer, Integer> part : parts) {
      all.putAll(part);
    }
    return Collections.unmodifiableMap(all);
  }

  private static List<TIFFField> fields(
      @Nullable Directory directory, Map<Integer, Integer> types) {
    List<TIFFField> fields = new ArrayList<>();
    if (directory != null) {
      types.forEach((tag, type) -> field(directory, tag, type).ifPresent(fields::add));
    }
    return fields;
  }

  /** A field; empty if the file doesn't have it, or has something else in its place. */
  private static Optional<TIFFField> field(Directory directory, int number, int type) {
    @Nullable Object value = directory.getObject(number);
    if (value == null) {
      return Optional.empty();
    }
    TIFFTag tag = new TIFFTag(directory.getTagName(number), number, 1 << type);
    return switch (type) {
      case TIFFTag.TIFF_ASCII -> text(value).map(text -> field(tag, type, 1, new String[] {text}));
      case TIFFTag.TIFF_SHORT ->
          numbers(directory, number, 0, Character.MAX_VALUE)
              .map(values -> field(tag, type, values.length, characters(values)));
      case TIFFTag.TIFF_BYTE ->
          numbers(directory, number, 0, Byte.MAX_VALUE)
              .map(values -> field(tag, type, values.length, bytes(values)));
      case TIFFTag.TIFF_RATIONAL ->
          rationals(value, 0, 1L << Integer.SIZE)
              .map(values -> field(tag, type, values.length, values));
      default ->
          rationals(value, Integer.MIN_VALUE, Integer.MAX_VALUE)
              .map(values -> field(tag, type, values.length, whole(values)));
    };
  }

  private static TIFFField field(TIFFTag tag, int type, int count, Object values) {
    return new TIFFField(tag, type, count, values);
  }

  private static Optional<String> text(Object value) {
    if (!(value instanceof String) && !(value instanceof StringValue)) {
      return Optional.empty();
    }
    String text = value.toString().replaceAll("\\p{Cntrl}", " ").strip();
    return text.isEmpty() || text.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(text);
  }

  private static Optional<int[]> numbers(Directory directory, int tag, int least, int most) {
    int @Nullable [] values = directory.getIntArray(tag);
    if (values == null || values.length == 0 || values.length > MOST_VALUES) {
      return Optional.empty();
    }
    for (int value : values) {
      if (value < least || value > most) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static Optional<long[][]> rationals(Object value, long least, long most) {
    Rational[] values =
        value instanceof Rational one
            ? new Rational[] {one}
            : value instanceof Rational[] several ? several : new Rational[0];
    if (values.length == 0 || values.length > MOST_VALUES) {
      return Optional.empty();
    }
    long[][] parts = new long[values.length][];
    for (int i = 0; i < values.length; i++) {
      parts[i] = new long[] {values[i].getNumerator(), values[i].getDenominator()};
      for (long part : parts[i]) {
        if (part < least || part >= most) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(parts);
  }

  private static char[] characters(int[] values) {
    char[] characters = new char[values.length];
    for (int i = 0; i < values.length; i++) {
      characters[i] = (char) values[i];
    }
    return characters;
  }

  private static byte[] bytes(int[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static int[][] whole(long[][] values) {
    int[][] whole = new int[values.length][];
    for (int i = 0; i < values.length; i++) {
      whole[i] = new int[] {(int) values[i][0], (int) values[i][1]};
    }
    return whole;
  }
}
