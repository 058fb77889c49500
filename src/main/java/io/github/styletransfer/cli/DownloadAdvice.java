package io.github.styletransfer.cli;

import io.github.styletransfer.fetch.Download;
import io.github.styletransfer.fetch.DownloadException;
import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What to do about a download that failed. */
final class DownloadAdvice {
  private DownloadAdvice() {}

  /** The failure with advice after it. */
  static UserException with(DownloadException failure, Download download) {
    ExitCode code =
        switch (failure.reason()) {
          case STORAGE -> ExitCode.OUTPUT;
          case PROXY_SETTING -> ExitCode.USAGE;
          default -> ExitCode.DOWNLOAD;
        };
    String message =
        failure.getMessage() + ". " + of(failure.reason(), download) + kept(failure, download);
    return new UserException(code, message, failure);
  }

  private static String of(Reason reason, Download download) {
    String elsewhere =
        "name another address with --url, or download "
            + download.url()
            + " with a browser and place it at "
            + download.target()
            + ".";
    return switch (reason) {
      case PROXY_SETTING -> "Set it to http://host:port or http://user:password@host:port.";
      case UNREACHABLE ->
          "Check the network and the proxy settings (https_proxy, http_proxy, no_proxy), "
              + elsewhere;
      case INTERRUPTED -> "Run the command again; if that doesn't help, " + elsewhere;
      case BUSY -> "Try again later, " + elsewhere;
      case REFUSED -> "Check the address and the proxy settings, " + elsewhere;
      case WEB_PAGE ->
          "A proxy or the network's login page may have answered instead: log in, check"
              + " https_proxy, "
              + elsewhere;
      case WRONG_SIZE ->
          "Name another address with --url; for another build, pass its SHA-256 with --sha256.";
      case WRONG_HASH ->
          "If that is the build you want, pass this SHA-256 with --sha256: the data are kept in "
              + download.partialFile()
              + " and needn't be downloaded again. Otherwise name another address with --url.";
      case STORAGE -> "Check the disk and its free space, or choose another place with --output.";
      case LOCKED -> "Wait until it has finished.";
    };
  }

  private static String kept(DownloadException failure, Download download) {
    return failure.reason() == Reason.WRONG_HASH || failure.reason() == Reason.LOCKED
        ? ""
        : kept(download);
  }

  /**
   * What to say about the data received so far, with a space before it; empty if there are none.
   */
  static String kept(Download download) {
    Path data = download.partialFile();
    try {
      if (Files.notExists(data) || Files.size(data) == 0) {
        return "";
      }
      return String.format(
          Locale.ROOT,
          " The %,d bytes received so far are kept in %s: run the same command to continue from"
              + " there.",
          Files.size(data),
          data);
    } catch (IOException e) {
      return "";
    }
  }
}
