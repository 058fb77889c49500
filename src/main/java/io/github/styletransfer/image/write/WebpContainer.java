package io.github.styletransfer.image.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A WebP file as chunks: a header that says which others there are, a profile, the picture, Exif
 * data and an XMP packet, in that order.
 */
final class WebpContainer {
  private static final int HEADER_BYTES = 12;
  private static final int NAME_BYTES = 4;
  private static final int EXTENDED_BYTES = 10;
  private static final int SIZE_BYTES = 3;
  private static final int PROFILE_FLAG = 0x20;
  private static final int ALPHA_FLAG = 0x10;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;

  private final List<Chunk> picture = new ArrayList<>();
  private final int width;
  private final int height;
  private final boolean alpha;

  private record Chunk(String name, ByteBuffer content) {}

  /**
   * Takes the picture from another file.
   *
   * @param webp a file without anything beside it
   * @param alpha whether any of its pixels may be transparent
   * @throws IOException if it is no such file
   */
  WebpContainer(byte[] webp, int width, int height, boolean alpha) throws IOException {
    this.width = width;
    this.height = height;
    this.alpha = alpha;
    ByteBuffer in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).position(HEADER_BYTES);
    while (in.remaining() >= NAME_BYTES + Integer.BYTES) {
      String name = name(in);
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new IOException("a chunk " + name + " of " + length + " bytes");
      }
      if (List.of("ALPH", "VP8 ", "VP8L").contains(name)) {
        picture.add(new Chunk(name, in.slice(in.position(), length)));
      }
      in.position(Math.min(in.limit(), in.position() + length + length % 2));
    }
  }

  private static String name(ByteBuffer in) {
    byte[] name = new byte[NAME_BYTES];
    in.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  /** The file with all that is known of it. */
  byte[] with(byte[] profile, Optional<byte[]> exif, Optional<byte[]> xmp) {
    List<Chunk> chunks = new ArrayList<>();
    int flags =
        PROFILE_FLAG
            | (alpha ? ALPHA_FLAG : 0)
            | (exif.isPresent() ? EXIF_FLAG : 0)
            | (xmp.isPresent() ? XMP_FLAG : 0);
    chunks.add(new Chunk("VP8X", header(flags)));
    chunks.add(new Chunk("ICCP", ByteBuffer.wrap(profile)));
    chunks.addAll(picture);
    exif.ifPresent(bytes -> chunks.add(new Chunk("EXIF", ByteBuffer.wrap(bytes))));
    xmp.ifPresent(bytes -> chunks.add(new Chunk("XMP ", ByteBuffer.wrap(bytes))));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    chunks.forEach(chunk -> write(chunk, body));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(new Chunk("RIFF", ByteBuffer.wrap(body.toByteArray())), file);
    return file.toByteArray();
  }

  private ByteBuffer header(int flags) {
    ByteBuffer header = ByteBuffer.allocate(EXTENDED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(flags);
    putSize(header, width);
    putSize(header, height);
    return header.flip();
  }

  private static void putSize(ByteBuffer header, int size) {
    for (int i = 0; i < SIZE_BYTES; i++) {
      header.put((byte) ((size - 1) >> (i * Byte.SIZE)));
    }
  }

  /** Each chunk begins at an even offset. */
  private static void write(Chunk chunk, ByteArrayOutputStream out) {
    int length = chunk.content().remaining();
    out.writeBytes(chunk.name().getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(size.putInt(length).array());
    byte[] content = new byte[length + length % 2];
    chunk.content().duplicate().get(content, 0, length);
    out.writeBytes(content);
  }
}
