package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises what a file is from its first bytes. */
public final class MatSignature {
  /** Length of a MATLAB 5 file's header. */
  static final int HEADER_BYTES = 128;

  /** As many first bytes as are of use. */
  public static final int START_BYTES = 512;

  private static final String MATLAB_5 = "MATLAB 5.0 MAT-file";
  private static final int LONGEST_QUOTE = 40;
  private static final int MATLAB_4_HEADER_BYTES = 20;
  private static final int MATLAB_4_LARGEST_TYPE = 4052;
  private static final int MATLAB_4_LONGEST_NAME = 64;

  private static final List<Kind> KINDS =
      List.of(
          new Kind("MATLAB 7.3 MAT-file", "a MATLAB 7.3 (HDF5) file", Remedy.SAVE_AS_V7),
          new Kind("\u0089HDF", "an HDF5 file", Remedy.SAVE_AS_V7),
          new Kind("version https://git-lfs", "a Git LFS pointer", Remedy.LFS_PULL),
          new Kind("PK\u0003\u0004", "a ZIP archive, as PyTorch's .pth files are", Remedy.UNPACK),
          new Kind("\u001f\u008b", "compressed with gzip", Remedy.UNPACK),
          new Kind("BZh", "compressed with bzip2", Remedy.UNPACK),
          new Kind("\u00fd7zXZ", "compressed with xz", Remedy.UNPACK),
          new Kind("7z\u00bc\u00af", "a 7z archive", Remedy.UNPACK),
          new Kind("Rar!", "a RAR archive", Remedy.UNPACK),
          new Kind("\u0080\u0002\u008a\nl\u00fc\u009cF", "a PyTorch file", Remedy.DOWNLOAD),
          new Kind("\u0093NUMPY", "a NumPy file", Remedy.DOWNLOAD),
          new Kind("\u0089PNG", "a PNG image", Remedy.DOWNLOAD),
          new Kind("\u00ff\u00d8\u00ff", "a JPEG image", Remedy.DOWNLOAD),
          new Kind("%PDF", "a PDF document", Remedy.DOWNLOAD));

  private MatSignature() {}

  /**
   * Checks that a file starts as a MATLAB 5 file does.
   *
   * @param start up to the first {@value #START_BYTES} bytes
   * @param size the file's length in bytes
   * @return the byte order that its header names
   * @throws NetworkFault if it does not; says what the file is instead
   */
  public static ByteOrder byteOrder(byte[] start, long size) throws NetworkFault {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(MATLAB_5)) {
      throw other(start, text);
    }
    if (size <= HEADER_BYTES) {
      throw new NetworkFault(
          "is an incomplete download: it has "
              + size
              + " bytes, no more than a MATLAB file's header",
          Remedy.DOWNLOAD_AGAIN);
    }
    return switch (text.substring(HEADER_BYTES - 2, HEADER_BYTES)) {
      case "IM" -> ByteOrder.LITTLE_ENDIAN;
      case "MI" -> ByteOrder.BIG_ENDIAN;
      default ->
          throw new NetworkFault(
              "is damaged: its header doesn't give the byte order", Remedy.DOWNLOAD_AGAIN);
    };
  }

  private static NetworkFault other(byte[] start, String text) {
    if (text.isEmpty()) {
      return new NetworkFault("is empty (0 bytes)", Remedy.DOWNLOAD_AGAIN);
    }
    for (Kind kind : KINDS) {
      if (text.startsWith(kind.start)) {
        return not(kind.what, kind.remedy);
      }
    }
    String lower = text.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
      return not("a web page (HTML)", Remedy.DOWNLOAD_AGAIN);
    }
    String quote = "'" + NetworkFault.printable(text.strip(), LONGEST_QUOTE) + "'";
    if (text.startsWith("MATLAB")) {
      return not("a MATLAB file of another version (" + quote + ")", Remedy.SAVE_AS_V7);
    }
    if (text.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || Character.isWhitespace(c))) {
      return not("text that starts with " + quote, Remedy.DOWNLOAD_AGAIN);
    }
    if (isMatlab4(start, ByteOrder.LITTLE_ENDIAN) || isMatlab4(start, ByteOrder.BIG_ENDIAN)) {
      return not("a MATLAB 4 file", Remedy.DOWNLOAD);
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return not("zero bytes, as an unfinished download has", Remedy.DOWNLOAD_AGAIN);
    }
    return not("a file of an unknown kind", Remedy.DOWNLOAD);
  }

  private static NetworkFault not(String what, Remedy remedy) {
    return new NetworkFault("is " + what + ", not the network's MATLAB 5 file", remedy);
  }

  private static boolean isMatlab4(byte[] start, ByteOrder order) {
    if (start.length < MATLAB_4_HEADER_BYTES) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(start).order(order);
    int type = header.getInt();
    int rows = header.getInt();
    int columns = header.getInt();
    int complex = header.getInt();
    int nameBytes = header.getInt();
    if (type < 0 || type > MATLAB_4_LARGEST_TYPE || rows < 0 || columns < 0) {
      return false;
    }
    return (complex == 0 || complex == 1)
        && nameBytes > 1
        && nameBytes <= Math.min(MATLAB_4_LONGEST_NAME, header.remaining())
        && Character.isLetter(header.get(MATLAB_4_HEADER_BYTES))
        && header.get(MATLAB_4_HEADER_BYTES + nameBytes - 1) == 0;
  }

  private record Kind(String start, String what, Remedy remedy) {}
}
