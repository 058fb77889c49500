package io.github.styletransfer.timelapse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * H.264 as encoders give it, in units after start codes, and as MP4 has it, in units with lengths.
 */
final class AnnexB {
  private static final int TYPE = 0x1f;
  private static final int SEQUENCE_PARAMETERS = 7;
  private static final int PICTURE_PARAMETERS = 8;
  private static final int SHORT_START = 3;

  private AnnexB() {}

  /** The units without their start codes. */
  static List<byte[]> units(byte[] bytes) {
    List<byte[]> units = new ArrayList<>();
    int begin = next(bytes, 0);
    while (begin < bytes.length) {
      int first = begin + SHORT_START;
      int following = next(bytes, first);
      int end = following;
      while (end > first && bytes[end - 1] == 0) {
        end--;
      }
      units.add(Arrays.copyOfRange(bytes, first, end));
      begin = following;
    }
    return units;
  }

  /** Where the next start code, 0 0 1, is; or the end. */
  private static int next(byte[] bytes, int from) {
    for (int i = from; i + SHORT_START <= bytes.length; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1) {
        return i;
      }
    }
    return bytes.length;
  }

  /** The units of a picture with their lengths, without parameters, which the file has once. */
  static byte[] sample(byte[] packet) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(packet.length);
    for (byte[] unit : units(packet)) {
      if (!isParameters(unit)) {
        sample.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(unit.length).array());
        sample.writeBytes(unit);
      }
    }
    return sample.toByteArray();
  }

  private static boolean isParameters(byte[] unit) {
    return type(unit) == SEQUENCE_PARAMETERS || type(unit) == PICTURE_PARAMETERS;
  }

  private static int type(byte[] unit) {
    return unit[0] & TYPE;
  }

  /**
   * An {@code avcC} box's content.
   *
   * @param header with the parameters of the sequence and of the pictures
   * @throws IOException if it hasn't one of each
   */
  static byte[] configuration(byte[] header) throws IOException {
    List<byte[]> units = units(header);
    List<byte[]> sequence =
        units.stream().filter(unit -> type(unit) == SEQUENCE_PARAMETERS).toList();
    List<byte[]> pictures =
        units.stream().filter(unit -> type(unit) == PICTURE_PARAMETERS).toList();
    if (sequence.size() != 1 || pictures.size() != 1 || sequence.get(0).length < Integer.BYTES) {
      throw new IOException("an H.264 encoder without parameters");
    }
    byte[] sps = sequence.get(0);
    byte[] pps = pictures.get(0);
    ByteBuffer content = ByteBuffer.allocate(11 + sps.length + pps.length);
    // Version 1, profile, compatibility, level, lengths of four bytes.
    content.put((byte) 1).put(sps, 1, 3).put((byte) 0xff);
    content.put((byte) 0xe1).putShort((short) sps.length).put(sps);
    content.put((byte) 1).putShort((short) pps.length).put(pps);
    return content.array();
  }
}
