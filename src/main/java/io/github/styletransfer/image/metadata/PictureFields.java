package io.github.styletransfer.image.metadata;

import io.github.styletransfer.image.ImageSize;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;

/** The facts of a picture as fields of TIFF and Exif. */
public final class PictureFields {
  private static final Resolution SCREEN = new Resolution(72, 72);
  private static final long FRACTIONS = 1000;
  private static final int UPRIGHT = 1;
  private static final int SRGB = 1;
  private static final int UNCALIBRATED = 0xffff;
  private static final String EXIF_VERSION = "0232";

  private PictureFields() {}

  /** The fields of the first directory, in the order of their tags. */
  public static Collection<TIFFField> image(PictureFacts facts) {
    Map<Integer, TIFFField> fields = sorted(facts.exif().image());
    TIFFTagSet tags = BaselineTIFFTagSet.getInstance();
    Resolution resolution = facts.resolution().orElse(SCREEN);
    facts
        .software()
        .ifPresent(text -> put(fields, text(tags, BaselineTIFFTagSet.TAG_SOFTWARE, text)));
    facts
        .description()
        .ifPresent(text -> put(fields, text(tags, BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION, text)));
    put(fields, number(tags, BaselineTIFFTagSet.TAG_ORIENTATION, UPRIGHT));
    put(fields, rational(tags, BaselineTIFFTagSet.TAG_X_RESOLUTION, resolution.horizontal()));
    put(fields, rational(tags, BaselineTIFFTagSet.TAG_Y_RESOLUTION, resolution.vertical()));
    put(
        fields,
        number(
            tags, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
    return fields.values();
  }

  /**
   * The fields of the Exif directory, in the order of their tags.
   *
   * @param size the picture's
   * @param srgb whether its colours are those of sRGB
   */
  public static Collection<TIFFField> capture(PictureFacts facts, ImageSize size, boolean srgb) {
    Map<Integer, TIFFField> fields = sorted(facts.exif().capture());
    TIFFTagSet tags = ExifTIFFTagSet.getInstance();
    byte[] version = EXIF_VERSION.getBytes(StandardCharsets.US_ASCII);
    put(
        fields,
        new TIFFField(
            tags.getTag(ExifTIFFTagSet.TAG_EXIF_VERSION),
            TIFFTag.TIFF_UNDEFINED,
            version.length,
            version));
    put(fields, number(tags, ExifTIFFTagSet.TAG_COLOR_SPACE, srgb ? SRGB : UNCALIBRATED));
    put(fields, large(tags, ExifTIFFTagSet.TAG_PIXEL_X_DIMENSION, size.width()));
    put(fields, large(tags, ExifTIFFTagSet.TAG_PIXEL_Y_DIMENSION, size.height()));
    return fields.values();
  }

  private static Map<Integer, TIFFField> sorted(List<TIFFField> fields) {
    Map<Integer, TIFFField> sorted = new TreeMap<>();
    fields.forEach(field -> put(sorted, field));
    return sorted;
  }

  private static void put(Map<Integer, TIFFField> fields, TIFFField field) {
    fields.put(field.getTagNumber(), field);
  }

  static TIFFField text(TIFFTagSet tags, int tag, String text) {
    return new TIFFField(tags.getTag(tag), TIFFTag.TIFF_ASCII, 1, new String[] {text});
  }

  private static TIFFField number(TIFFTagSet tags, int tag, int value) {
    return new TIFFField(tags.getTag(tag), TIFFTag.TIFF_SHORT, 1, new char[] {(char) value});
  }

  private static TIFFField large(TIFFTagSet tags, int tag, int value) {
    return new TIFFField(tags.getTag(tag), TIFFTag.TIFF_LONG, 1, new long[] {value});
  }

  private static TIFFField rational(TIFFTagSet tags, int tag, double value) {
    long thousandths = Math.round(value * FRACTIONS);
    long[] fraction =
        thousandths % FRACTIONS == 0
            ? new long[] {thousandths / FRACTIONS, 1}
            : new long[] {thousandths, FRACTIONS};
    return new TIFFField(tags.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, new long[][] {fraction});
  }
}
