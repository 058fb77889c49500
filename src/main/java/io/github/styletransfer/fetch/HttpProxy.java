package io.github.styletransfer.fetch;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proxy that an environment variable names.
 *
 * @param variable the environment variable's name
 * @param host the proxy
 * @param port its port
 * @param credentials {@code user:password}, if it requires them
 */
record HttpProxy(String variable, String host, int port, Optional<String> credentials) {
  private static final int DEFAULT_PORT = 80;

  /**
   * Reads {@code http://user:password@host:port}, in which all but the host may be left out.
   *
   * @throws DownloadException if the value is something else; the message doesn't repeat it, as it
   *     may hold a password
   */
  static HttpProxy of(String variable, String value) throws DownloadException {
    try {
      URI uri = new URI(value.contains("://") ? value.strip() : "http://" + value.strip());
      if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
        return new HttpProxy(
            variable,
            uri.getHost(),
            uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
            Optional.ofNullable(uri.getRawUserInfo()).map(HttpProxy::decoded));
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw unreadable(variable);
    }
    throw unreadable(variable);
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  /** The value of {@code Proxy-Authorization}, if one is needed. */
  Optional<String> authorization() {
    return credentials.map(
        text ->
            "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Decodes %40 and the like, but leaves plus signs alone. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DownloadException unreadable(String variable) {
    return new DownloadException(
        DownloadException.Reason.PROXY_SETTING,
        "The environment variable " + variable + " doesn't name an HTTP proxy");
  }
}
