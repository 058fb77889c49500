package io.github.styletransfer.image.read;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.github.styletransfer.image.codec.ByteRange;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * Keeps the colour profile of a WebP file from its decoder, which refuses files with one that it
 * can't use.
 */
final class WebpColors {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int FLAGS = 20;
  private static final int PROFILE_FLAG = 0x20;

  /** Behind the headers of file, canvas and profile. */
  private static final int PROFILE_START = 38;

  private static final int MAX_BYTES = 1 << 24;

  private WebpColors() {}

  /** What a file says of its colours. */
  static FileColors of(Path file) throws IOException {
    return FileColors.ofRgb(profile(file));
  }

  /** The file as one that says nothing of its colours. */
  static ImageInputStream withoutProfile(Path file) throws IOException {
    if (profile(file).isEmpty()) {
      return ImageIO.createImageInputStream(file.toFile());
    }
    byte[] content = Files.readAllBytes(file);
    content[FLAGS] &= (byte) ~PROFILE_FLAG;
    return new ByteArrayImageInputStream(content);
  }

  /** Where the profile is. */
  static Optional<ByteRange> place(Path file) throws IOException {
    return profile(file).map(profile -> new ByteRange(PROFILE_START, profile.length));
  }

  /** The profile, which is the first chunk after the header that says there is one. */
  private static Optional<byte[]> profile(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(RIFF_HEADER_BYTES);
      if (!type(in).equals("VP8X")) {
        return Optional.empty();
      }
      long length = length(in);
      int flags = in.readUnsignedByte();
      in.skipNBytes(length - 1);
      if ((flags & PROFILE_FLAG) == 0 || !type(in).equals("ICCP")) {
        return Optional.empty();
      }
      return Optional.of(in.readNBytes((int) Math.min(length(in), MAX_BYTES)));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static String type(DataInputStream in) throws IOException {
    byte[] type = new byte[Integer.BYTES];
    in.readFully(type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }

  private static long length(DataInputStream in) throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
  }
}
