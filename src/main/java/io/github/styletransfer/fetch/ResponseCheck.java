package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Whether a server's answer is the file, as far as can be told before its data come. */
final class ResponseCheck {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final Map<Integer, String> MEANINGS =
      Map.of(
          401,
          "login required",
          403,
          "forbidden",
          404,
          "not found",
          407,
          "the proxy requires a user name and password",
          410,
          "no longer there",
          416,
          "no such part of the file",
          TOO_MANY_REQUESTS,
          "too many requests",
          500,
          "internal server error",
          502,
          "a server behind it doesn't respond",
          503,
          "not available at the moment");

  private final Response response;
  private final Download download;

  ResponseCheck(Response response, Download download) {
    this.response = response;
    this.download = download;
  }

  /** Refuses error codes and content that is declared a web page. */
  void requireFile() throws DownloadException {
    int status = response.status();
    if (status != Response.OK && status != Response.PARTIAL) {
      String meaning = MEANINGS.containsKey(status) ? " (" + MEANINGS.get(status) + ")" : "";
      boolean busy = status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
      throw new DownloadException(
          busy ? Reason.BUSY : Reason.REFUSED,
          response.host() + " answers " + status + meaning + " for " + response.url());
    }
    if (WebPage.isNamedBy(response.header("Content-Type"))) {
      throw webPage();
    }
  }

  /** Refuses content that starts as a web page does; the stream stays where it is. */
  void requireNoWebPage(InputStream in) throws DownloadException {
    byte[] start;
    try {
      in.mark(WebPage.START_BYTES);
      start = in.readNBytes(WebPage.START_BYTES);
      in.reset();
    } catch (IOException e) {
      throw Receiver.brokenOff(response.host(), 0, total(), ConnectionFaults.detail(e));
    }
    if (WebPage.isStartedBy(start)) {
      throw webPage();
    }
  }

  /** Refuses a file of another length than the one asked for. */
  void requireSize() throws DownloadException {
    OptionalLong size = download.size();
    OptionalLong total = total();
    if (size.isPresent() && total.isPresent() && !size.equals(total)) {
      throw new DownloadException(
          Reason.WRONG_SIZE,
          String.format(
              Locale.ROOT,
              "The file at %s has %,d bytes instead of %,d",
              response.url(),
              total.getAsLong(),
              size.getAsLong()));
    }
  }

  /** Length of the whole file in bytes, if the server says it. */
  OptionalLong total() {
    return response.status() == Response.PARTIAL
        ? response.range().map(ContentRange::total).orElseGet(OptionalLong::empty)
        : response.length();
  }

  private DownloadException webPage() {
    return new DownloadException(
        Reason.WEB_PAGE, response.url() + " is a web page (HTML), not the file");
  }
}
