package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says why a server doesn't answer. */
final class ConnectionFaults {
  private final String host;
  private final String peer;
  private final DownloadSettings settings;

  /**
   * For one request.
   *
   * @param url the address asked
   * @param proxy the proxy in between, if any
   */
  ConnectionFaults(URI url, Optional<HttpProxy> proxy, DownloadSettings settings) {
    this.host = url.getHost();
    this.peer =
        proxy
            .map(p -> "The proxy " + p.host() + ":" + p.port() + " (" + p.variable() + ")")
            .orElse("The host " + host);
    this.settings = settings;
  }

  DownloadException of(IOException failure) {
    String detail = " (" + detail(failure) + ")";
    if (failure instanceof HttpConnectTimeoutException) {
      return unreachable(
          failure, peer + " can't be reached within " + text(settings.connectTimeout()));
    }
    if (failure instanceof HttpTimeoutException) {
      return interrupted(failure, peer + " sent nothing for " + text(settings.stallTimeout()));
    }
    if (has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class)) {
      return unreachable(failure, peer + " can't be found");
    }
    if (has(failure, SSLException.class)) {
      return unreachable(failure, "A secure connection to " + host + " can't be made" + detail);
    }
    if (detail.startsWith(" (Tunnel failed")) {
      return unreachable(failure, peer + " refuses to connect to " + host + detail);
    }
    if (failure instanceof ConnectException) {
      // The HTTP client often doesn't say which.
      String known = failure.getMessage() == null ? "" : detail;
      return unreachable(failure, peer + " can't be reached, or refuses the connection" + known);
    }
    return interrupted(failure, peer + " closed the connection" + detail);
  }

  /** For messages: 30 s. */
  static String text(Duration duration) {
    return duration.toSeconds() + " s";
  }

  /** What the system says, or at least the kind of failure. */
  static String detail(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t.getMessage() != null && !t.getMessage().isBlank()) {
        return t.getMessage();
      }
    }
    return failure.getClass().getSimpleName();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static DownloadException unreachable(IOException cause, String message) {
    return new DownloadException(Reason.UNREACHABLE, message, cause);
  }

  private static DownloadException interrupted(IOException cause, String message) {
    return new DownloadException(Reason.INTERRUPTED, message, cause);
  }
}
