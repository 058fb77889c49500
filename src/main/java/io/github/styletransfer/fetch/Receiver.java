package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.OptionalLong;

/** Appends to a partial file what a server sends. */
final class Receiver {
  private static final int BUFFER_BYTES = 1 << 16;

  private final PartialFile part;
  private final OptionalLong total;
  private final String host;
  private final DownloadListener listener;

  Receiver(PartialFile part, OptionalLong total, String host, DownloadListener listener) {
    this.part = part;
    this.total = total;
    this.host = host;
    this.listener = listener;
  }

  /**
   * Copies until the file is complete.
   *
   * @throws DownloadException if there are too few data or too many, or they can't be written; too
   *     many are not kept
   */
  void copy(InputStream in) throws DownloadException {
    long have = append(in);
    if (total.isPresent() && have > total.getAsLong()) {
      part.discard();
      throw new DownloadException(
          Reason.WRONG_SIZE,
          String.format(Locale.ROOT, "%s sends more than %,d bytes", host, total.getAsLong()));
    }
    if (total.isPresent() && have < total.getAsLong()) {
      throw brokenOff(host, have, total, "it sent no more");
    }
    part.end();
  }

  /** The failure if a connection broke, or a server fell silent. */
  static DownloadException brokenOff(String host, long have, OptionalLong total, String detail) {
    String of = total.isPresent() ? String.format(Locale.ROOT, " of %,d", total.getAsLong()) : "";
    return new DownloadException(
        Reason.INTERRUPTED,
        String.format(
            Locale.ROOT,
            "The download from %s broke off after %,d%s bytes (%s)",
            host,
            have,
            of,
            detail));
  }

  /** The number of bytes at the end; reads at most one buffer more than wanted. */
  private long append(InputStream in) throws DownloadException {
    long have = part.length();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = part.append()) {
      for (int count = read(in, buffer, have); count >= 0; count = read(in, buffer, have)) {
        have += count;
        if (total.isPresent() && have > total.getAsLong()) {
          return have;
        }
        out.write(buffer, 0, count);
        listener.advanced(have);
      }
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw part.unwritable(e);
    }
    return have;
  }

  private int read(InputStream in, byte[] buffer, long have) throws DownloadException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw brokenOff(host, have, total, ConnectionFaults.detail(e));
    }
  }
}
