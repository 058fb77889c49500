package io.github.styletransfer.image.read;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * Keeps all but the picture of a PNG file with a palette from the JDK's decoder, which refuses the
 * file if anything else in it is faulty: a text, a date, a suggested palette.
 */
final class PngPalette {
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int SIGNATURE_BYTES = 8;

  /** Length, type and checksum of a chunk. */
  private static final int FRAME_BYTES = 12;

  private static final int COLOR_TYPE = 9;
  private static final int PALETTE = 3;

  private PngPalette() {}

  /** The file, or what its decoder needs of it. */
  static ImageInputStream open(Path file) throws IOException {
    Optional<byte[]> header = PngChunks.find(file, "IHDR", Set.of("IDAT"));
    if (header
        .filter(bytes -> bytes.length > COLOR_TYPE && bytes[COLOR_TYPE] == PALETTE)
        .isEmpty()) {
      return ImageIO.createImageInputStream(file.toFile());
    }
    byte[] content = Files.readAllBytes(file);
    return new ByteArrayImageInputStream(content, 0, removeOthers(content));
  }

  /** Moves the chunks that are needed together, and tells how many bytes they are. */
  private static int removeOthers(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    int end = SIGNATURE_BYTES;
    int place = SIGNATURE_BYTES;
    while (place + FRAME_BYTES <= content.length) {
      int length = in.getInt(place);
      if (length < 0 || length > content.length - place - FRAME_BYTES) {
        break;
      }
      int next = place + FRAME_BYTES + length;
      String type =
          new String(content, place + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
      if (NEEDED.contains(type)) {
        System.arraycopy(content, place, content, end, next - place);
        end += next - place;
      }
      place = next;
    }
    byte[] cut = Arrays.copyOfRange(content, place, content.length);
    System.arraycopy(cut, 0, content, end, cut.length);
    return end + cut.length;
  }
}
