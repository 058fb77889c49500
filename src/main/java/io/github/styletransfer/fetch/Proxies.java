package io.github.styletransfer.fetch;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which requests go through which proxy, by the environment variables {@code http_proxy}, {@code
 * https_proxy} and {@code no_proxy}, in lower case or, if those aren't set, in upper case.
 */
final class Proxies {
  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The proxy for an address, if there is to be one.
   *
   * @throws DownloadException if the variable's value can't be understood
   */
  Optional<HttpProxy> proxy(URI url) throws DownloadException {
    String variable = url.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
    for (String name : List.of(variable, variable.toUpperCase(Locale.ROOT))) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank()) {
        return isExempt(url) ? Optional.empty() : Optional.of(HttpProxy.of(name, value));
      }
    }
    return Optional.empty();
  }

  /** For the HTTP client; if no variable applies, Java's own settings do. */
  ProxySelector selector() {
    ProxySelector ofJava = ProxySelector.getDefault();
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI url) {
        try {
          Optional<HttpProxy> proxy = proxy(url);
          if (proxy.isPresent()) {
            return List.of(new Proxy(Proxy.Type.HTTP, proxy.get().address()));
          }
        } catch (DownloadException e) {
          throw new IllegalArgumentException(e);
        }
        return isExempt(url) || ofJava == null ? List.of(Proxy.NO_PROXY) : ofJava.select(url);
      }

      @Override
      public void connectFailed(URI url, SocketAddress address, java.io.IOException cause) {}
    };
  }

  private boolean isExempt(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return Stream.of("no_proxy", "NO_PROXY")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .map(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
        .orElseGet(Stream::empty)
        .anyMatch(entry -> exempts(entry, host, url.getPort()));
  }

  /** An entry is {@code *}, or a domain, host or address, with or without a port. */
  private static boolean exempts(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    String name = entry.replaceFirst("^\\*?\\.", "").replaceFirst("(?<=[^:]):\\d+$", "");
    boolean anyPort = !entry.matches(".*[^:]:\\d+");
    return !name.isEmpty()
        && (host.equals(name) || host.endsWith("." + name))
        && (anyPort || entry.endsWith(":" + port));
  }
}
