package io.github.styletransfer.preview;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Admits only the preview's own page: no pages of other sites that a person has open, even if their
 * name resolves to this machine, and no other users of the machine, who don't know the page's
 * token.
 */
final class RequestGuard {
  static final String TOKEN_HEADER = "X-Preview-Token";
  private static final int TOKEN_BYTES = 16;

  private final Set<String> hosts;
  private final String token;

  /** For a server on a port of the loopback address. */
  RequestGuard(int port) {
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    token = HexFormat.of().formatHex(bytes);
  }

  /** What a request needs to stop the run; only the page knows it. */
  String token() {
    return token;
  }

  /** Whether a request comes from a browser's address line or from the page itself. */
  boolean allows(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    if (host == null || !hosts.contains(host)) {
      return false;
    }
    String origin = headers.getFirst("Origin");
    String site = headers.getFirst("Sec-Fetch-Site");
    return (origin == null || origin.equals("http://" + host))
        && (site == null || site.equals("same-origin") || site.equals("none"));
  }

  /** Whether a request may stop the run. */
  boolean hasToken(HttpExchange exchange) {
    @Nullable String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
