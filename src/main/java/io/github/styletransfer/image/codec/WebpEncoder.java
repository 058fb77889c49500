package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Has libwebp compress pictures, in a process of its own, as {@link CodecProcess} decodes them. */
public final class WebpEncoder {
  /** The most pixels that a side may have. */
  public static final int MOST_SIDE = 16_383;

  /** The quality of a picture without loss. */
  public static final int LOSSLESS = 100;

  private WebpEncoder() {}

  /** Gives the pixels of a picture, row by row. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Gives a row.
     *
     * @param bgra gets blue, green, red and opacity of each pixel
     */
    void read(int y, byte[] bgra);
  }

  /**
   * Makes sure that there is an encoder on this system.
   *
   * @throws CodecException if there is none
   */
  public static void require() throws CodecException {
    encode(1, 1, LOSSLESS, (y, bgra) -> bgra[0] = 0);
  }

  /**
   * Compresses a picture.
   *
   * @param width in pixels, at most {@link #MOST_SIDE}
   * @param height in pixels, at most {@link #MOST_SIDE}
   * @param quality 1..100
   * @return a WebP file
   * @throws CodecException if there is no encoder on this system, or too little memory
   */
  public static byte[] encode(int width, int height, int quality, Rows rows) throws CodecException {
    Process process = start();
    try {
      send(process, width, height, quality, rows);
      return receive(process);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start() throws CodecException {
    try {
      return new ProcessBuilder(CodecProcess.command(WebpMain.class))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new CodecException(Reason.NO_DECODER, "Java can't be started once more", e);
    }
  }

  /** A process that refuses needn't read what it is sent; it says why. */
  private static void send(Process process, int width, int height, int quality, Rows rows)
      throws CodecException {
    byte[] row = new byte[width * WebpMain.BYTES];
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
      out.writeInt(width);
      out.writeInt(height);
      out.writeInt(quality);
      for (int y = 0; y < height; y++) {
        rows.read(y, row);
        out.write(row);
      }
    } catch (IOException e) {
      receive(process);
    }
  }

  private static byte[] receive(Process process) throws CodecException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      CodecAnswer.await(in);
      int length = in.readInt();
      byte[] file = in.readNBytes(length);
      if (file.length < length) {
        throw new EOFException(file.length + " of " + length + " bytes");
      }
      return file;
    } catch (CodecException e) {
      throw e;
    } catch (IOException e) {
      throw new CodecException(Reason.CRASH, "the encoder ended without a word", e);
    }
  }
}
