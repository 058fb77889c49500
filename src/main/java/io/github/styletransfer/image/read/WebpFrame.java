package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.Codec;
import io.github.styletransfer.image.codec.CodedImage;
import io.github.styletransfer.image.codec.YuvEncoding;
import io.github.styletransfer.image.container.ContainedPicture;
import io.github.styletransfer.image.container.ContainedPicture.Layer;
import io.github.styletransfer.image.container.ContainedPicture.Window;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;

/**
 * What the first frame of a WebP file has around it, which its decoder leaves to others (RFC 9649,
 * section 2.7).
 *
 * @param canvas where it lies, if it is part of an animation
 * @param opacity where its opacity is, if that isn't compressed
 * @param lossy whether it is compressed with loss
 * @param size its own
 */
record WebpFrame(
    Optional<Canvas> canvas, Optional<ByteRange> opacity, boolean lossy, ImageSize size) {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int CANVAS_HEADER_BYTES = 10;
  private static final int FRAME_HEADER_BYTES = 16;
  private static final int FLAGS_BYTES = 4;
  private static final int THREE_BYTES = 0xffffff;
  private static final int COMPRESSION = 3;
  private static final int LOSSY_HEADER_BYTES = 10;
  private static final int LOSSY_SIZE = 6;
  private static final int LOSSLESS_HEADER_BYTES = 5;
  private static final int SIDE = 0x3fff;
  private static final int SIDE_BITS = 14;

  /** That of all lossy WebP files. */
  private static final YuvEncoding BT601 = new YuvEncoding(/* matrix= */ 6, /* fullRange= */ false);

  /**
   * The frame of a file.
   *
   * @throws IOException if there is none
   */
  static WebpFrame of(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      return of(in);
    }
  }

  private static WebpFrame of(RandomAccessFile in) throws IOException {
    ImageSize whole = null;
    Optional<Canvas> canvas = Optional.empty();
    Optional<ByteRange> opacity = Optional.empty();
    long at = RIFF_HEADER_BYTES;
    while (true) {
      ByteBuffer header = bytes(in, at, CHUNK_HEADER_BYTES);
      byte[] type = new byte[Integer.BYTES];
      header.get(type);
      long length = Integer.toUnsignedLong(header.getInt());
      at += CHUNK_HEADER_BYTES;
      switch (new String(type, StandardCharsets.ISO_8859_1)) {
        case "VP8X" -> {
          ByteBuffer size = bytes(in, at, CANVAS_HEADER_BYTES).position(FLAGS_BYTES);
          whole = new ImageSize(/* width= */ number(size) + 1, /* height= */ number(size) + 1);
        }
        case "ALPH" -> {
          if ((bytes(in, at, 1).get() & COMPRESSION) == 0) {
            opacity = Optional.of(new ByteRange(at, length));
          }
        }
        case "ANMF" -> {
          ByteBuffer place = bytes(in, at, FRAME_HEADER_BYTES);
          if (whole != null) {
            canvas = Optional.of(canvas(whole, place));
          }
          length = FRAME_HEADER_BYTES;
        }
        case "VP8 " -> {
          return new WebpFrame(canvas, opacity, true, lossySize(bytes(in, at, LOSSY_HEADER_BYTES)));
        }
        case "VP8L" -> {
          return new WebpFrame(
              canvas, opacity, false, losslessSize(bytes(in, at, LOSSLESS_HEADER_BYTES)));
        }
        default -> {}
      }
      at += length + (length & 1);
    }
  }

  private static ImageSize lossySize(ByteBuffer header) {
    header.position(LOSSY_SIZE);
    return new ImageSize(
        /* width= */ header.getShort() & SIDE, /* height= */ header.getShort() & SIDE);
  }

  private static ImageSize losslessSize(ByteBuffer header) {
    int sides = header.getInt(1);
    return new ImageSize(
        /* width= */ (sides & SIDE) + 1, /* height= */ (sides >> SIDE_BITS & SIDE) + 1);
  }

  /**
   * A file's only picture, for a decoder of whole files.
   *
   * @throws IOException if there are several, or the file is cut short
   */
  static ContainedPicture picture(Path file) throws IOException {
    WebpFrame frame = of(file);
    long length;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      length = in.length();
      long said = Integer.toUnsignedLong(bytes(in, Integer.BYTES, Integer.BYTES).getInt());
      if (said + CHUNK_HEADER_BYTES > length || frame.canvas().isPresent()) {
        throw new IIOException(said + " bytes, or an animation");
      }
    }
    CodedImage image =
        new CodedImage(
            Codec.WEBP,
            Optional.empty(),
            List.of(new ByteRange(0, length)),
            frame.lossy() ? Optional.of(BT601) : Optional.empty());
    return new ContainedPicture(
        new Layer(frame.size(), 1, List.of(image)),
        Optional.empty(),
        false,
        new Window(0, 0, frame.size()),
        ExifOrientation.of(file, ImageFormat.WEBP),
        WebpColors.place(file),
        Optional.empty());
  }

  /** Places are stored by halves, sizes less one. */
  private static Canvas canvas(ImageSize whole, ByteBuffer frame) {
    int left = 2 * number(frame);
    int top = 2 * number(frame);
    int right = left + number(frame) + 1;
    int bottom = top + number(frame) + 1;
    ImageSize size =
        new ImageSize(Math.max(whole.width(), right), Math.max(whole.height(), bottom));
    return new Canvas(size, left, top);
  }

  private static int number(ByteBuffer bytes) {
    int number = bytes.getInt(bytes.position()) & THREE_BYTES;
    bytes.position(bytes.position() + Integer.BYTES - 1);
    return number;
  }

  /** One byte more than asked for, so that a number of three can be read as one of four. */
  private static ByteBuffer bytes(RandomAccessFile in, long at, int count) throws IOException {
    byte[] bytes = new byte[count + 1];
    in.seek(at);
    in.readFully(bytes, 0, count);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
