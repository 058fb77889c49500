package io.github.styletransfer.network;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what a file is that isn't of the kind expected, from its first bytes. */
public final class FileSignature {
  /** As many first bytes as are of use. */
  public static final int START_BYTES = 512;

  private static final int LONGEST_QUOTE = 40;

  private static final String ZIP = "PK\u0003\u0004";
  private static final int PICKLE_PROTO = 0x80;
  private static final int OLDEST_PROTOCOL = 2;
  private static final int NEWEST_PROTOCOL = 5;

  private static final List<Kind> KINDS =
      List.of(
          new Kind("version https://git-lfs", "a Git LFS pointer", Remedy.LFS_PULL),
          new Kind("\u001f\u008b", "compressed with gzip", Remedy.UNPACK),
          new Kind("BZh", "compressed with bzip2", Remedy.UNPACK),
          new Kind("\u00fd7zXZ", "compressed with xz", Remedy.UNPACK),
          new Kind("7z\u00bc\u00af", "a 7z archive", Remedy.UNPACK),
          new Kind("Rar!", "a RAR archive", Remedy.UNPACK),
          new Kind("\u0093NUMPY", "a NumPy file", Remedy.DOWNLOAD),
          new Kind("\u0089PNG", "a PNG image", Remedy.DOWNLOAD),
          new Kind("\u00ff\u00d8\u00ff", "a JPEG image", Remedy.DOWNLOAD),
          new Kind("%PDF", "a PDF document", Remedy.DOWNLOAD));

  private final String expected;
  private final List<Kind> own;

  /**
   * Knows the kinds of files that nobody expects, and others.
   *
   * @param expected the kind of file, in words, such as {@code MATLAB 5 file}
   * @param own kinds that mean something special where this one is expected
   */
  public FileSignature(String expected, List<Kind> own) {
    this.expected = expected;
    this.own = List.copyOf(own);
  }

  /**
   * A kind of file.
   *
   * @param start its first bytes, as ISO 8859-1
   * @param what it is, in words that follow "is"
   */
  public record Kind(String start, String what, Remedy remedy) {}

  /** The bytes as ISO 8859-1, in which {@link Kind#start} is written. */
  public static String text(byte[] start) {
    return new String(start, StandardCharsets.ISO_8859_1);
  }

  /** Whether a file that starts like this is a ZIP archive. */
  public static boolean isZip(byte[] start) {
    return text(start).startsWith(ZIP);
  }

  /** Whether a file that starts like this is a pickle of Python in a binary form. */
  public static boolean isPickle(byte[] start) {
    return start.length > 1
        && Byte.toUnsignedInt(start[0]) == PICKLE_PROTO
        && start[1] >= OLDEST_PROTOCOL
        && start[1] <= NEWEST_PROTOCOL;
  }

  /** The beginning of a file's text, for a message. */
  public static String quote(String text) {
    return "'" + NetworkFault.printable(text.strip(), LONGEST_QUOTE) + "'";
  }

  /** Something that is not the kind of file expected. */
  public NetworkFault not(String what, Remedy remedy) {
    return new NetworkFault("is " + what + ", not the network's " + expected, remedy);
  }

  /**
   * What a file is that is known not to be of the kind expected.
   *
   * @param start up to the first {@value #START_BYTES} bytes
   */
  public NetworkFault other(byte[] start) {
    String text = text(start);
    if (text.isEmpty()) {
      return new NetworkFault("is empty (0 bytes)", Remedy.DOWNLOAD_AGAIN);
    }
    return Stream.concat(own.stream(), KINDS.stream())
        .filter(kind -> text.startsWith(kind.start))
        .findFirst()
        .map(kind -> not(kind.what, kind.remedy))
        .orElseGet(() -> unnamed(text));
  }

  private NetworkFault unnamed(String text) {
    String lower = text.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
      return not("a web page (HTML)", Remedy.DOWNLOAD_AGAIN);
    }
    if (text.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || Character.isWhitespace(c))) {
      return not("text that starts with " + quote(text), Remedy.DOWNLOAD_AGAIN);
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return not("zero bytes, as an unfinished download has", Remedy.DOWNLOAD_AGAIN);
    }
    return not("a file of an unknown kind", Remedy.DOWNLOAD);
  }
}
