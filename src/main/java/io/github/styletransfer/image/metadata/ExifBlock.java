package io.github.styletransfer.image.metadata;

import io.github.styletransfer.image.ImageSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * Exif data as the bytes that JPEG, PNG and WebP files hold: a TIFF header and directories, each
 * followed by those of its values that don't fit into their entries. It is our own because the
 * JDK's writer of TIFF writes none without pixels, and TwelveMonkeys' (3.15) leaves out the end of
 * inner directories.
 */
public final class ExifBlock {
  private static final int HEADER_BYTES = 8;
  private static final int BIG_ENDIAN = 0x4d4d;
  private static final int VERSION = 42;
  private static final int ENTRY_BYTES = 12;

  private ExifBlock() {}

  /**
   * The facts of a picture, as far as Exif has fields for them.
   *
   * @param size the picture's
   * @param srgb whether its colours are those of sRGB
   * @return a TIFF header and what it leads to
   */
  public static byte[] of(PictureFacts facts, ImageSize size, boolean srgb) {
    List<Entry> image = entries(PictureFields.image(facts));
    List<Entry> capture = entries(PictureFields.capture(facts, size, srgb));
    List<Entry> place = entries(facts.exif().place());
    int pointers = place.isEmpty() ? 1 : 2;
    int captureAt = HEADER_BYTES + length(image) + pointers * ENTRY_BYTES;
    int placeAt = captureAt + length(capture);
    int end = placeAt + (place.isEmpty() ? 0 : length(place));
    image.add(pointer(ExifParentTIFFTagSet.TAG_EXIF_IFD_POINTER, captureAt));
    if (!place.isEmpty()) {
      image.add(pointer(ExifParentTIFFTagSet.TAG_GPS_INFO_IFD_POINTER, placeAt));
    }
    ByteBuffer out = ByteBuffer.allocate(end);
    out.putShort((short) BIG_ENDIAN).putShort((short) VERSION).putInt(HEADER_BYTES);
    write(image, out);
    write(capture, out);
    if (!place.isEmpty()) {
      write(place, out);
    }
    return out.array();
  }

  /**
   * A field as it is written.
   *
   * @param count of its values
   * @param bytes the values
   */
  private record Entry(int tag, int type, int count, ByteBuffer bytes) {
    boolean fits() {
      return bytes.limit() <= Integer.BYTES;
    }

    /** What it takes behind the directory, where values begin at even offsets. */
    int bytesBehind() {
      return fits() ? 0 : bytes.limit() + bytes.limit() % 2;
    }
  }

  private static Entry pointer(int tag, int offset) {
    return new Entry(
        tag, TIFFTag.TIFF_LONG, 1, ByteBuffer.allocate(Integer.BYTES).putInt(offset).flip());
  }

  private static int length(List<Entry> entries) {
    return Short.BYTES
        + entries.size() * ENTRY_BYTES
        + Integer.BYTES
        + entries.stream().mapToInt(Entry::bytesBehind).sum();
  }

  /** The number of entries, the entries, an offset of 0 for no further directory, the values. */
  private static void write(List<Entry> entries, ByteBuffer out) {
    int behind = out.position() + Short.BYTES + entries.size() * ENTRY_BYTES + Integer.BYTES;
    ByteBuffer values = out.duplicate().position(behind);
    out.putShort((short) entries.size());
    for (Entry entry : entries) {
      out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      int next = out.position() + Integer.BYTES;
      if (entry.fits()) {
        out.put(entry.bytes().duplicate());
      } else {
        out.putInt(values.position());
        values.put(entry.bytes().duplicate());
        values.position(values.position() + values.position() % 2);
      }
      out.position(next);
    }
    out.position(values.position());
  }

  private static List<Entry> entries(Collection<TIFFField> fields) {
    List<Entry> entries = new ArrayList<>();
    for (TIFFField field : fields) {
      ByteBuffer bytes = bytes(field);
      int count = field.getType() == TIFFTag.TIFF_ASCII ? bytes.limit() : field.getCount();
      entries.add(new Entry(field.getTagNumber(), field.getType(), count, bytes));
    }
    return entries;
  }

  private static ByteBuffer bytes(TIFFField field) {
    int count = field.getCount();
    switch (field.getType()) {
      case TIFFTag.TIFF_ASCII -> {
        return ByteBuffer.wrap((field.getAsString(0) + "\0").getBytes(StandardCharsets.UTF_8));
      }
      case TIFFTag.TIFF_BYTE, TIFFTag.TIFF_UNDEFINED -> {
        return ByteBuffer.wrap(field.getAsBytes());
      }
      default -> {
        ByteBuffer bytes = ByteBuffer.allocate(count * TIFFTag.getSizeOfType(field.getType()));
        for (int i = 0; i < count; i++) {
          put(field, i, bytes);
        }
        return bytes.flip();
      }
    }
  }

  private static void put(TIFFField field, int index, ByteBuffer bytes) {
    switch (field.getType()) {
      case TIFFTag.TIFF_SHORT -> bytes.putShort((short) field.getAsInt(index));
      case TIFFTag.TIFF_LONG -> bytes.putInt((int) field.getAsLong(index));
      case TIFFTag.TIFF_RATIONAL -> {
        long[] fraction = field.getAsRational(index);
        bytes.putInt((int) fraction[0]).putInt((int) fraction[1]);
      }
      case TIFFTag.TIFF_SRATIONAL -> {
        int[] fraction = field.getAsSRational(index);
        bytes.putInt(fraction[0]).putInt(fraction[1]);
      }
      default -> throw new IllegalArgumentException("a field of type " + field.getType());
    }
  }
}
