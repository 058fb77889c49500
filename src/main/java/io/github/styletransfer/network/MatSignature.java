package io.github.styletransfer.network;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Recognises what a file is from its first bytes, for those that are no MATLAB 5 file. */
final class MatSignature {
  /** Length of a MATLAB 5 file's header. */
  static final int HEADER_BYTES = 128;

  private static final String ENDIAN_LITTLE = "IM";
  private static final String ENDIAN_BIG = "MI";

  private MatSignature() {}

  /**
   * Says what is wrong with the file.
   *
   * @param start up to the first {@value #HEADER_BYTES} bytes
   * @return what the file is instead, to follow its name; empty for a MATLAB 5 file
   */
  static Optional<String> fault(byte[] start) {
    if (start.length == 0) {
      return Optional.of("is empty");
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    String lower = text.stripLeading().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<")) {
      return Optional.of("is a web page or XML text, not a network: a download that went wrong");
    }
    if (text.startsWith("version https://git-lfs")) {
      return Optional.of("is a Git LFS pointer, not the network itself");
    }
    if (text.startsWith("MATLAB 7.3") || text.startsWith("\u0089HDF")) {
      return Optional.of(
          "is a MATLAB 7.3 (HDF5) file; the original is MATLAB 5. In MATLAB, save -v7 writes that");
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return Optional.of("is a ZIP archive (PyTorch's .pth files are such), not a MATLAB 5 file");
    }
    if (text.startsWith("\u001f\u008b")) {
      return Optional.of("is compressed with gzip: unpack it");
    }
    if (start.length < HEADER_BYTES) {
      return Optional.of("has only " + start.length + " bytes");
    }
    String endian = text.substring(HEADER_BYTES - 2);
    if (!endian.equals(ENDIAN_LITTLE) && !endian.equals(ENDIAN_BIG)) {
      return Optional.of("is not a MATLAB 5 file");
    }
    return Optional.empty();
  }

  /** The byte order that a MATLAB 5 file's header names. */
  static ByteOrder byteOrder(byte[] header) {
    String endian = new String(header, HEADER_BYTES - 2, 2, StandardCharsets.ISO_8859_1);
    return endian.equals(ENDIAN_LITTLE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }
}
