package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One attempt to download the file, or what is missing of it. */
final class Attempt {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Download download;
  private final PartialFile part;
  private final Transport transport;
  private final DownloadListener listener;

  Attempt(Download download, PartialFile part, Transport transport, DownloadListener listener) {
    this.download = download;
    this.part = part;
    this.transport = transport;
    this.listener = listener;
  }

  /**
   * Asks the server and writes what it sends.
   *
   * @throws DownloadException if not all data were received; those received are kept
   */
  void run() throws DownloadException {
    Optional<PartialInfo> resumable = part.resumable();
    try (Response response = resumable.isPresent() ? rest(resumable.get()) : whole()) {
      ResponseCheck check = new ResponseCheck(response, download);
      check.requireFile();
      InputStream in = new BufferedInputStream(response.body(), BUFFER_BYTES);
      if (response.status() == Response.OK) {
        check.requireNoWebPage(in);
      }
      check.requireSize();
      boolean fromStart = response.status() == Response.OK;
      OptionalLong expected = fromStart ? download.size() : part.total();
      OptionalLong total = check.total().isPresent() ? check.total() : expected;
      requireSpace(total);
      if (fromStart) {
        begin(response, total);
      }
      receive(in, total, response.host());
    }
  }

  private Response whole() throws DownloadException {
    Response response = transport.get(download.url(), Map.of());
    if (response.status() == Response.PARTIAL) {
      response.close();
      throw new DownloadException(
          Reason.REFUSED, response.host() + " sends a part of the file when asked for all of it");
    }
    return response;
  }

  /** The rest of the file, or all of it if the server can't send just the rest. */
  private Response rest(PartialInfo info) throws DownloadException {
    long have = part.length();
    Response response =
        transport.get(
            download.url(),
            Map.of("Range", "bytes=" + have + "-", "If-Range", info.validator().orElse("")));
    boolean useless =
        response.status() == Response.RANGE_NOT_SATISFIABLE
            || (response.status() == Response.PARTIAL && !continues(response, info, have));
    if (!useless) {
      return response;
    }
    response.close();
    return whole();
  }

  private boolean continues(Response response, PartialInfo info, long have) {
    OptionalLong total = part.total();
    return info.allows(response)
        && response
            .range()
            .filter(range -> range.first() == have)
            .filter(r -> r.total().isEmpty() || total.isEmpty() || r.total().equals(total))
            .isPresent();
  }

  private void begin(Response response, OptionalLong total) throws DownloadException {
    long have = part.length();
    if (have > 0) {
      listener.startsAfresh(
          String.format(
              Locale.ROOT,
              "The %,d bytes received so far can't be used: the address or the server's file has"
                  + " changed, or the server can't resume downloads",
              have));
    }
    part.begin(PartialInfo.of(download.url(), response, total));
  }

  private void requireSpace(OptionalLong total) throws DownloadException {
    long needed = total.orElse(0) - part.length();
    long free = part.freeBytes();
    if (needed > free) {
      throw new DownloadException(
          Reason.STORAGE,
          String.format(
              Locale.ROOT,
              "The download needs %,d more bytes, but the disk of %s has only %,d free",
              needed,
              PartialFile.folder(download.target()),
              free));
    }
  }

  private void receive(InputStream in, OptionalLong total, String host) throws DownloadException {
    listener.started(part.length(), total);
    try {
      new Receiver(part, total, host, listener).copy(in);
    } finally {
      listener.stopped();
    }
  }
}
