package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a server's redirect leads. */
final class Redirect {
  private Redirect() {}

  /**
   * The address to ask next.
   *
   * @param from the address that answered
   * @param location the header {@code Location}
   * @throws DownloadException if there is no usable address, or it gives up encryption
   */
  static URI target(URI from, Optional<String> location) throws DownloadException {
    URI to = resolved(from, location.orElse(""));
    boolean http = "http".equalsIgnoreCase(to.getScheme());
    boolean https = "https".equalsIgnoreCase(to.getScheme());
    if (!(http || https) || to.getHost() == null) {
      throw refused(from, "to '" + location.orElse("") + "', which isn't an http or https address");
    }
    if (http && "https".equalsIgnoreCase(from.getScheme())) {
      throw refused(from, "from https to " + to + ", which is not encrypted");
    }
    return to;
  }

  static DownloadException refused(URI from, String how) {
    return new DownloadException(Reason.REFUSED, from.getHost() + " redirects " + how);
  }

  private static URI resolved(URI from, String location) throws DownloadException {
    try {
      return from.resolve(new URI(location.strip()));
    } catch (URISyntaxException e) {
      throw refused(from, "to '" + location + "', which isn't an http or https address");
    }
  }
}
