package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.FileSignature;
import io.github.styletransfer.network.FileSignature.Kind;
import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Recognises what a file is from its first bytes. */
public final class MatSignature {
  /** Length of a MATLAB 5 file's header. */
  static final int HEADER_BYTES = 128;

  private static final String MATLAB_5 = "MATLAB 5.0 MAT-file";
  private static final String MATLAB_7_3 = "MATLAB 7.3 MAT-file";
  private static final int MATLAB_4_HEADER_BYTES = 20;
  private static final int MATLAB_4_LARGEST_TYPE = 4052;
  private static final int MATLAB_4_LONGEST_NAME = 64;

  private static final FileSignature OTHERS =
      new FileSignature(
          "MATLAB 5 file",
          List.of(
              new Kind(MATLAB_7_3, "a MATLAB 7.3 (HDF5) file", Remedy.SAVE_AS_V7),
              new Kind("\u0089HDF", "an HDF5 file", Remedy.SAVE_AS_V7),
              new Kind(
                  "PK\u0003\u0004", "a ZIP archive, as PyTorch's .pth files are", Remedy.UNPACK),
              new Kind("\u0080\u0002\u008a\nl\u00fc\u009cF", "a PyTorch file", Remedy.DOWNLOAD)));

  private MatSignature() {}

  /**
   * Checks that a file starts as a MATLAB 5 file does.
   *
   * @param start up to the first {@value FileSignature#START_BYTES} bytes
   * @param size the file's length in bytes
   * @return the byte order that its header names
   * @throws NetworkFault if it does not; says what the file is instead
   */
  public static ByteOrder byteOrder(byte[] start, long size) throws NetworkFault {
    String text = FileSignature.text(start);
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
    if (text.startsWith("MATLAB") && !text.startsWith(MATLAB_7_3)) {
      String quote = FileSignature.quote(text);
      return OTHERS.not("a MATLAB file of another version (" + quote + ")", Remedy.SAVE_AS_V7);
    }
    if (isMatlab4(start, ByteOrder.LITTLE_ENDIAN) || isMatlab4(start, ByteOrder.BIG_ENDIAN)) {
      return OTHERS.not("a MATLAB 4 file", Remedy.DOWNLOAD);
    }
    return OTHERS.other(start);
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
}
