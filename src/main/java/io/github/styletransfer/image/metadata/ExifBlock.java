package io.github.styletransfer.image.metadata;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import io.github.styletransfer.image.ImageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Exif data as the bytes that JPEG, PNG and WebP files hold. */
public final class ExifBlock {
  private ExifBlock() {}

  /**
   * The facts of a picture, as far as Exif has fields for them.
   *
   * @param size the picture's
   * @param srgb whether its colours are those of sRGB
   * @return a TIFF header and what it leads to
   */
  public static byte[] of(PictureFacts facts, ImageSize size, boolean srgb) throws IOException {
    List<Entry> entries = entries(PictureFields.image(facts));
    entries.add(directory(TIFF.TAG_EXIF_IFD, PictureFields.capture(facts, size, srgb)));
    if (!facts.exif().place().isEmpty()) {
      entries.add(directory(TIFF.TAG_GPS_IFD, facts.exif().place()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      new TIFFWriter().write(entries, out);
    }
    return bytes.toByteArray();
  }

  private static Entry directory(int tag, Collection<TIFFField> fields) {
    return new TIFFEntry(tag, TIFF.TYPE_LONG, new IFD(entries(fields)));
  }

  private static List<Entry> entries(Collection<TIFFField> fields) {
    List<Entry> entries = new ArrayList<>();
    for (TIFFField field : fields) {
      entries.add(new TIFFEntry(field.getTagNumber(), (short) field.getType(), value(field)));
    }
    return entries;
  }

  private static Object value(TIFFField field) {
    return switch (field.getType()) {
      case TIFF.TYPE_ASCII -> field.getAsString(0);
      case TIFF.TYPE_BYTE, TIFF.TYPE_UNDEFINED -> field.getAsBytes();
      case TIFF.TYPE_SHORT -> shorts(field);
      case TIFF.TYPE_LONG -> field.getAsLong(0);
      case TIFF.TYPE_RATIONAL, TIFF.TYPE_SRATIONAL -> rationals(field);
      default -> throw new IllegalArgumentException("a field of type " + field.getType());
    };
  }

  private static short[] shorts(TIFFField field) {
    short[] values = new short[field.getCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) field.getAsInt(i);
    }
    return values;
  }

  private static Rational[] rationals(TIFFField field) {
    Rational[] values = new Rational[field.getCount()];
    for (int i = 0; i < values.length; i++) {
      long numerator;
      long denominator;
      if (field.getType() == TIFF.TYPE_RATIONAL) {
        numerator = field.getAsRational(i)[0];
        denominator = field.getAsRational(i)[1];
      } else {
        numerator = field.getAsSRational(i)[0];
        denominator = field.getAsSRational(i)[1];
      }
      values[i] = new Rational(numerator, denominator);
    }
    return values;
  }
}
