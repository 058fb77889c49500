package io.github.styletransfer.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small colour profiles (ICC version 2). */
public final class TestProfiles {
  private static final int HEADER_BYTES = 128;
  private static final int ENTRY_BYTES = 12;
  private static final double[] D50 = {0.9642, 1, 0.8249};

  private TestProfiles() {}

  /**
   * RGB much like Adobe's, with a power of 2.2. Little CMS 2.19, as Pillow 12 has it, makes sRGB
   * (233, 24, 58) of (200, 30, 60), and (129, 129, 129) of 128.
   */
  public static byte[] wideRgb() {
    Map<String, byte[]> tags = tags();
    tags.put("rXYZ", xyz(0.60974, 0.31111, 0.01947));
    tags.put("gXYZ", xyz(0.20528, 0.62567, 0.06087));
    tags.put("bXYZ", xyz(0.14919, 0.06322, 0.74457));
    for (String curve : new String[] {"rTRC", "gTRC", "bTRC"}) {
      tags.put(curve, power(2.2));
    }
    return profile("RGB ", tags);
  }

  /** A profile that looks like one but lacks what its conversion needs. */
  public static byte[] unusable() {
    String text = new String(wideRgb(), StandardCharsets.ISO_8859_1);
    return text.replaceFirst("rXYZ", "xxxZ").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Grey of a power. */
  public static byte[] grey(double exponent) {
    Map<String, byte[]> tags = tags();
    tags.put("kTRC", power(exponent));
    return profile("GRAY", tags);
  }

  /** Grey of a curve that is given by values, 0..1. */
  public static byte[] greyOfCurve(double... curve) {
    ByteBuffer content = ByteBuffer.allocate(12 + 2 * curve.length);
    content.put(TestImages.latin("curv\0\0\0\0")).putInt(curve.length);
    for (double value : curve) {
      content.putShort((short) Math.round(value * 65535));
    }
    Map<String, byte[]> tags = tags();
    tags.put("kTRC", content.array());
    return profile("GRAY", tags);
  }

  private static Map<String, byte[]> tags() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", TestImages.latin("desc\0\0\0\0\0\0\0\5test\0" + "\0".repeat(78)));
    tags.put("cprt", TestImages.latin("text\0\0\0\0none\0"));
    tags.put("wtpt", xyz(D50[0], D50[1], D50[2]));
    return tags;
  }

  private static byte[] power(double exponent) {
    ByteBuffer content = ByteBuffer.allocate(14).put(TestImages.latin("curv\0\0\0\0")).putInt(1);
    return content.putShort((short) Math.round(exponent * 256)).array();
  }

  private static byte[] xyz(double x, double y, double z) {
    ByteBuffer content = ByteBuffer.allocate(20).put(TestImages.latin("XYZ \0\0\0\0"));
    return content.putInt(fixed(x)).putInt(fixed(y)).putInt(fixed(z)).array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] profile(String space, Map<String, byte[]> tags) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuffer table = ByteBuffer.allocate(4 + ENTRY_BYTES * tags.size()).putInt(tags.size());
    tags.forEach(
        (name, content) -> {
          int offset = HEADER_BYTES + table.capacity() + body.size();
          table.put(TestImages.latin(name)).putInt(offset).putInt(content.length);
          body.writeBytes(content);
          body.writeBytes(new byte[-content.length & 3]);
        });
    ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES);
    head.putInt(HEADER_BYTES + table.capacity() + body.size()).putInt(0).putInt(0x02400000);
    head.put(TestImages.latin("mntr" + space + "XYZ "));
    head.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
    head.position(36).put(TestImages.latin("acsp")).position(68);
    head.putInt(fixed(D50[0])).putInt(fixed(D50[1])).putInt(fixed(D50[2]));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head.array());
    file.writeBytes(table.array());
    file.writeBytes(body.toByteArray());
    return file.toByteArray();
  }
}
