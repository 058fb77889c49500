package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.ImageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An MP4 file of one H.264 video, its index first, so that it plays while it is loaded. */
final class Mp4File {
  private static final int TICKS_PER_SECOND = 1000;
  private static final int FULL_BOX = 4;

  /** The identity matrix, in fractions of 16 bits, the last column of 30. */
  private static final int[] MATRIX = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

  /** BT.709's primaries and matrix, and the curve of sRGB; not the full range. */
  private static final short[] COLORS = {1, 13, 1};

  private static final int UNDETERMINED_LANGUAGE = 0x55c4;
  private static final int DOTS_PER_INCH = 72 << 16;
  private static final int NAME_BYTES = 32;
  private static final int DEPTH = 24;
  private static final int ENABLED_AND_IN_MOVIE = 3;
  private static final int TRACK = 1;

  private final ImageSize size;
  private final byte[] configuration;
  private final List<byte[]> samples = new ArrayList<>();
  private final List<Integer> durations = new ArrayList<>();
  private final List<Integer> keys = new ArrayList<>();

  /**
   * A file without frames.
   *
   * @param header the encoder's
   * @throws IOException if the header isn't one of H.264
   */
  Mp4File(ImageSize size, byte[] header) throws IOException {
    this.size = size;
    this.configuration = AnnexB.configuration(header);
  }

  /**
   * Adds a frame.
   *
   * @param packet as the encoder gives it
   * @param duration in milliseconds
   * @param key whether it can be decoded without those before
   */
  void add(byte[] packet, int duration, boolean key) {
    samples.add(AnnexB.sample(packet));
    durations.add(duration);
    if (key) {
      keys.add(samples.size());
    }
  }

  void write(OutputStream out) throws IOException {
    byte[] type = box("ftyp", text("isom"), ints(0x200), text("isomiso2avc1mp41"));
    int length = moov(0).length;
    out.write(type);
    out.write(moov(type.length + length + 2 * Integer.BYTES));
    int bytes = samples.stream().mapToInt(sample -> sample.length).sum();
    out.write(ints(2 * Integer.BYTES + bytes));
    out.write(text("mdat"));
    for (byte[] sample : samples) {
      out.write(sample);
    }
  }

  private byte[] moov(int offset) {
    int ticks = durations.stream().mapToInt(Integer::intValue).sum();
    return box(
        "moov",
        full(
            "mvhd",
            0,
            ints(0, 0, TICKS_PER_SECOND, ticks, 0x10000, 0x1000000, 0, 0),
            ints(MATRIX),
            new byte[6 * Integer.BYTES],
            ints(TRACK + 1)),
        box(
            "trak",
            full(
                "tkhd",
                ENABLED_AND_IN_MOVIE,
                ints(0, 0, TRACK, 0, ticks, 0, 0, 0, 0),
                ints(MATRIX),
                ints(size.width() << 16, size.height() << 16)),
            box(
                "mdia",
                full(
                    "mdhd",
                    0,
                    ints(0, 0, TICKS_PER_SECOND, ticks),
                    shorts(UNDETERMINED_LANGUAGE, 0)),
                full("hdlr", 0, ints(0), text("vide"), new byte[3 * Integer.BYTES], text("\0")),
                box("minf", full("vmhd", 1, new byte[8]), dataInFile(), table(offset)))));
  }

  private static byte[] dataInFile() {
    return box("dinf", full("dref", 0, ints(1), full("url ", 1)));
  }

  private byte[] table(int offset) {
    ByteArrayOutputStream times = new ByteArrayOutputStream();
    durations.forEach(duration -> times.writeBytes(ints(1, duration)));
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    samples.forEach(sample -> sizes.writeBytes(ints(sample.length)));
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    keys.forEach(key -> numbers.writeBytes(ints(key)));
    int count = samples.size();
    return box(
        "stbl",
        full("stsd", 0, ints(1), entry()),
        full("stts", 0, ints(count), times.toByteArray()),
        full("stss", 0, ints(keys.size()), numbers.toByteArray()),
        full("stsc", 0, ints(1, 1, count, 1)),
        full("stsz", 0, ints(0, count), sizes.toByteArray()),
        full("stco", 0, ints(1, offset)));
  }

  private byte[] entry() {
    return box(
        "avc1",
        new byte[6],
        shorts(1),
        new byte[4 * Integer.BYTES],
        shorts(size.width(), size.height()),
        ints(DOTS_PER_INCH, DOTS_PER_INCH, 0),
        shorts(1),
        new byte[NAME_BYTES],
        shorts(DEPTH, -1),
        box("avcC", configuration),
        box("colr", text("nclx"), shorts(COLORS[0], COLORS[1], COLORS[2]), new byte[1]));
  }

  private static byte[] full(String name, int flags, byte[]... parts) {
    byte[][] all = new byte[parts.length + 1][];
    all[0] = ByteBuffer.allocate(FULL_BOX).putInt(flags).array();
    System.arraycopy(parts, 0, all, 1, parts.length);
    return box(name, all);
  }

  private static byte[] box(String name, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream box = new ByteArrayOutputStream();
    box.writeBytes(ints(2 * Integer.BYTES + content.size()));
    box.writeBytes(text(name));
    box.writeBytes(content.toByteArray());
    return box.toByteArray();
  }

  private static byte[] ints(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  private static byte[] shorts(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Short.BYTES);
    for (int number : numbers) {
      bytes.putShort((short) number);
    }
    return bytes.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
