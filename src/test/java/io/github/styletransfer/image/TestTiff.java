package io.github.styletransfer.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Uncompressed TIFF files of kinds that no encoder here writes. */
public final class TestTiff {
  public static final int GREY = 1;
  public static final int RGB = 2;
  public static final int INK = 5;
  private static final int BITS = 258;
  private static final int OFFSETS = 273;
  private static final int LENGTHS = 279;
  private static final int PLANES = 284;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PROFILE = 34675;
  private static final int ENTRY_BYTES = 12;
  private static final int HEADER_BYTES = 8;

  private final Map<Integer, int[]> entries = new TreeMap<>();
  private byte[][] strips = {};
  private byte[] profile = {};

  private TestTiff(int width, int height, int photometric, int bits, int samples) {
    int[] allBits = new int[samples];
    Arrays.fill(allBits, bits);
    entries.put(256, new int[] {width});
    entries.put(257, new int[] {height});
    entries.put(BITS, allBits);
    entries.put(259, new int[] {1});
    entries.put(262, new int[] {photometric});
    entries.put(277, new int[] {samples});
    entries.put(278, new int[] {height});
  }

  /**
   * A file whose pixels are all the same, given as the bytes of one, by planes if there are many.
   */
  public static TestTiff of(int photometric, int bits, int samples, byte[]... planes) {
    TestTiff tiff = new TestTiff(4, 4, photometric, bits, samples);
    tiff.strips = new byte[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      tiff.strips[i] = repeated(planes[i], 16);
    }
    if (planes.length > 1) {
      tiff.entries.put(PLANES, new int[] {2});
    }
    return tiff;
  }

  /** A file of one row of samples of any number of bits. */
  public static TestTiff ofRow(int photometric, int bits, int samples, int... values) {
    StringBuilder digits = new StringBuilder();
    for (int value : values) {
      digits.append(Integer.toBinaryString(1 << bits | value).substring(1));
    }
    byte[] row = new byte[(digits.length() + 7) / 8];
    for (int i = 0; i < digits.length(); i++) {
      row[i / 8] |= (byte) ((digits.charAt(i) - '0') << (7 - i % 8));
    }
    TestTiff tiff = new TestTiff(values.length / samples, 1, photometric, bits, samples);
    tiff.strips = new byte[][] {row};
    return tiff;
  }

  /** What samples behind the colours are: 0 unspecified, 1 premultiplied opacity, 2 straight. */
  public TestTiff extra(int... kinds) {
    entries.put(EXTRA_SAMPLES, kinds);
    return this;
  }

  public TestTiff floating() {
    int[] formats = entries.getOrDefault(BITS, new int[0]).clone();
    Arrays.fill(formats, 3);
    entries.put(SAMPLE_FORMAT, formats);
    return this;
  }

  public TestTiff profile(byte[] icc) {
    profile = icc.clone();
    entries.put(PROFILE, new int[0]);
    return this;
  }

  /** The file, little-endian. */
  public byte[] bytes() {
    int[] lengths = new int[strips.length];
    Arrays.setAll(lengths, i -> strips[i].length);
    entries.put(LENGTHS, lengths);
    entries.put(OFFSETS, new int[strips.length]);
    int after = HEADER_BYTES + 2 + ENTRY_BYTES * entries.size() + 4;
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int[] offsets = new int[strips.length];
    for (int i = 0; i < strips.length; i++) {
      offsets[i] = after + data.size();
      data.writeBytes(strips[i]);
      data.writeBytes(new byte[data.size() % 2]);
    }
    entries.put(OFFSETS, offsets);
    byte[] header = new byte[after];
    ByteBuffer head = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    head.put(TestImages.latin("II*\0")).putInt(HEADER_BYTES).putShort((short) entries.size());
    entries.forEach((tag, values) -> writeEntry(head, after, data, tag, values));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header);
    file.writeBytes(data.toByteArray());
    return file.toByteArray();
  }

  private void writeEntry(
      ByteBuffer head, int after, ByteArrayOutputStream data, int tag, int[] values) {
    boolean bytes = tag == PROFILE;
    int count = bytes ? profile.length : values.length;
    byte[] all = new byte[bytes ? count : count * 4];
    ByteBuffer content = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    content.put(bytes ? profile : new byte[0]);
    for (int value : values) {
      content.putInt(value);
    }
    head.putShort((short) tag).putShort((short) (bytes ? 7 : 4)).putInt(count);
    if (all.length == 4) {
      head.put(all);
    } else {
      head.putInt(after + data.size());
      data.writeBytes(all);
      data.writeBytes(new byte[data.size() % 2]);
    }
  }

  private static byte[] repeated(byte[] bytes, int count) {
    byte[] all = new byte[bytes.length * count];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i % bytes.length];
    }
    return all;
  }
}
