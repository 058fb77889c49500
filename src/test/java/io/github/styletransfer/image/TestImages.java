package io.github.styletransfer.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Image files built in memory. */
public final class TestImages {
  private static final int PNG_HEADER_END = 33;
  private static final int JPEG_MARKER_END = 2;

  private static final String WEBP =
      "UklGRjIAAABXRUJQVlA4TCYAAAAvAUAAAB8gECB48L9qQ0iQ0P2/V4EAwYj/S/Mf+OSo4AYMEf0PAQ==";

  private TestImages() {}

  /** Samples with no obvious pattern: sample i is (89 i + 7 i i) mod 256. */
  public static RgbImage scrambled(int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 89 + i * i * 7);
    }
    return new RgbImage(width, height, samples);
  }

  /** Slow changes in both directions, which JPEG stores almost without loss. */
  public static RgbImage smooth(int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i++) {
      int x = i / RgbImage.CHANNELS % width;
      int y = i / RgbImage.CHANNELS / width;
      int channel = i % RgbImage.CHANNELS;
      samples[i] = (byte) (channel == 0 ? x : channel == 1 ? y : 255 - (x + y) / 2);
    }
    return new RgbImage(width, height, samples);
  }

  public static BufferedImage of(int type, int width, int height, int... argb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, argb[i % argb.length]);
    }
    return image;
  }

  /** An image of 16 bits per channel: grey, grey and alpha, RGB or RGB and alpha, by the bands. */
  public static BufferedImage of16Bits(int bands, int... samples) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
            bands % 2 == 0,
            false,
            bands % 2 == 0 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(samples.length / bands, 1);
    raster.setPixels(0, 0, samples.length / bands, 1, samples);
    return new BufferedImage(model, raster, false, null);
  }

  public static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("No writer for " + format);
    }
    return out.toByteArray();
  }

  /** Encodes with the JDK's own encoder, which takes kinds of images that others don't. */
  public static byte[] encodeWithJdk(IIOImage image, String format) throws IOException {
    Iterator<javax.imageio.ImageWriter> encoders = ImageIO.getImageWritersByFormatName(format);
    javax.imageio.ImageWriter encoder = encoders.next();
    while (!encoder.getClass().getName().startsWith("com.sun.")) {
      encoder = encoders.next();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      encoder.setOutput(out);
      encoder.write(image);
    } finally {
      encoder.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG file with one more segment behind its first marker. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.write(jpeg, 0, JPEG_MARKER_END);
    data.writeShort(marker);
    data.writeShort(content.length + Short.BYTES);
    data.write(content);
    data.write(jpeg, JPEG_MARKER_END, jpeg.length - JPEG_MARKER_END);
    return out.toByteArray();
  }

  /** A JPEG file whose Exif data asks for an orientation. */
  public static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
    ByteBuffer exif = ByteBuffer.allocate(32);
    exif.put(latin("Exif\0\0MM\0*")).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return withSegment(jpeg, 0xffe1, exif.array());
  }

  /** A PNG file with one more chunk behind its header. */
  public static byte[] withChunk(byte[] png, String type, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, PNG_HEADER_END);
    writeChunk(out, type, content);
    out.write(png, PNG_HEADER_END, png.length - PNG_HEADER_END);
    return out.toByteArray();
  }

  /** A PNG file that only says how large it is. */
  public static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(latin("\u0089PNG\r\n\u001a\n"));
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    writeChunk(out, "IHDR", header.put((byte) 8).put((byte) 2).array());
    writeChunk(out, "IDAT", new byte[0]);
    return out.toByteArray();
  }

  /** A lossless WebP file, which nothing here can encode. */
  public static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  public static byte[] iccChunk(ICC_Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(latin("a name\0\0"));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(profile.getData());
    }
    return out.toByteArray();
  }

  public static byte[] iccSegment(ICC_Profile profile) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(latin("ICC_PROFILE\0\1\1"));
    out.write(profile.getData());
    return out.toByteArray();
  }

  /** The samples as numbers 0..255. */
  public static int[] unsigned(RgbImage image) {
    int[] values = new int[image.samples().length];
    Arrays.setAll(values, i -> Byte.toUnsignedInt(image.samples()[i]));
    return values;
  }

  public static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length * 6 / 10);
  }

  private static void writeChunk(ByteArrayOutputStream out, String type, byte[] content)
      throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(latin(type));
    checksum.update(content);
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(content.length);
    data.write(latin(type));
    data.write(content);
    data.writeInt((int) checksum.getValue());
  }
}
