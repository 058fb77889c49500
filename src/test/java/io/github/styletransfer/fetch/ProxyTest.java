package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads through proxies, and which addresses go through which. */
class ProxyTest {
  private static final ServedFile FILE = ServedFile.random(1, 5000);
  private static final OptionalLong SIZE = OptionalLong.of(5000);
  private static final URI HTTP = URI.create("http://files.example/vgg.mat");
  private static final URI HTTPS = URI.create("https://files.example/vgg.mat");

  @TempDir private Path folder;

  @Test
  void asksTheProxyForTheWholeAddress() throws IOException {
    try (ScriptedServer proxy = new ScriptedServer(FILE.cutAfter(3000), FILE.answer())) {
      Downloads downloads = through(proxy, "http_proxy", "localhost:" + proxy.port());
      downloads.fetch(HTTP, SIZE, FILE.sha256());

      assertThat(proxy.requests().get(0).line())
          .isEqualTo("GET http://files.example/vgg.mat HTTP/1.1");
      assertThat(proxy.requests().get(0).headers()).doesNotContainKey("proxy-authorization");
      assertThat(proxy.ranges()).containsExactly("", "bytes=3000-");
      assertThat(downloads.target()).hasBinaryContent(FILE.content());
    }
  }

  @Test
  void givesTheProxyNameAndPassword() throws IOException {
    try (ScriptedServer proxy = new ScriptedServer(FILE.answer())) {
      through(proxy, "http_proxy", "http://me:p%40ss+w@localhost:" + proxy.port() + "/")
          .fetch(HTTP, SIZE, FILE.sha256());

      assertThat(proxy.requests().get(0).header("proxy-authorization"))
          .isEqualTo("Basic bWU6cEBzcyt3");
    }
  }

  @Test
  void givesNameAndPasswordForATunnelToo() throws IOException {
    try (ScriptedServer proxy = new ScriptedServer(ScriptedServer.page(502, "text/plain", ""))) {
      Downloads downloads =
          through(proxy, "HTTPS_PROXY", "http://me:secret@localhost:" + proxy.port());
      assertThatThrownBy(() -> downloads.fetch(HTTPS, SIZE, FILE.sha256()))
          .hasMessage(
              "The proxy localhost:%d (HTTPS_PROXY) refuses to connect to files.example (Tunnel"
                  + " failed, got: 502)",
              proxy.port());

      assertThat(proxy.requests().get(0).line()).isEqualTo("CONNECT files.example:443 HTTP/1.1");
      assertThat(proxy.requests().get(0).header("proxy-authorization"))
          .isEqualTo("Basic bWU6c2VjcmV0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void saysThatAProxyWantsAPassword(String scheme) throws IOException {
    try (ScriptedServer proxy =
        new ScriptedServer(
            ScriptedServer.of(
                407, new byte[0], "Proxy-Authenticate: Basic realm=\"x\"", "Content-Length: 0"))) {
      Downloads downloads = through(proxy, scheme + "_proxy", "localhost:" + proxy.port());
      assertThatThrownBy(
              () -> downloads.fetch(URI.create(scheme + "://f.example/"), SIZE, FILE.sha256()))
          .hasMessage(
              "f.example answers 407 (the proxy requires a user name and password) for %s",
              scheme + "://f.example/")
          .extracting("reason")
          .isEqualTo(Reason.REFUSED);
    }
  }

  @Test
  void namesAProxyThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    Downloads downloads =
        new Downloads(folder, FILE).environment(Map.of("http_proxy", "http://localhost:" + port));
    assertThatThrownBy(() -> downloads.fetch(HTTP, SIZE, FILE.sha256()))
        .hasMessageStartingWith(
            "The proxy localhost:"
                + port
                + " (http_proxy) can't be reached, or refuses the connection");
  }

  @Test
  void goesRoundTheProxyWhereItIsToldTo() throws IOException {
    try (ScriptedServer proxy = new ScriptedServer(ScriptedServer.page(500, "text/plain", ""));
        ScriptedServer server = new ScriptedServer(FILE.answer())) {
      new Downloads(folder, FILE)
          .environment(
              Map.of("http_proxy", "localhost:" + proxy.port(), "no_proxy", "a.example, localhost"))
          .fetch(server);

      assertThat(proxy.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://h:1", "http://", "http://a b", "h:x", "https://h:1", "h:1:2"})
  void refusesValuesThatNameNoHttpProxyWithoutShowingThem(String value) {
    Downloads downloads = new Downloads(folder, FILE).environment(Map.of("https_proxy", value));
    assertThatThrownBy(() -> downloads.fetch(HTTPS, SIZE, FILE.sha256()))
        .hasMessage("The environment variable https_proxy doesn't name an HTTP proxy")
        .extracting("reason")
        .isEqualTo(Reason.PROXY_SETTING);
  }

  @Test
  void readsVariablesByTheSchemeAndSmallLettersFirst() throws IOException {
    Proxies proxies =
        new Proxies(
            Map.of(
                "http_proxy", "one:1", "HTTP_PROXY", "two:2", "HTTPS_PROXY", "http://u:p@three"));

    assertThat(proxies.proxy(HTTP))
        .contains(new HttpProxy("http_proxy", "one", 1, Optional.empty()));
    assertThat(proxies.proxy(HTTPS))
        .contains(new HttpProxy("HTTPS_PROXY", "three", 80, Optional.of("u:p")));
    assertThat(new Proxies(Map.of("https_proxy", " ")).proxy(HTTPS)).isEmpty();
    assertThat(new Proxies(Map.of("http_proxy", "one:1")).proxy(HTTPS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "*, true",
    "example, true",
    ".example, true",
    "*.example, true",
    "files.example, true",
    "FILES.example, true",
    "files.example:443, false",
    "files.example:8080, true",
    "'a.b,files.example', true",
    "'a.b files.example', true",
    "les.example, false",
    "files.example.org, false",
    "' , ', false",
  })
  void exemptsHostsAndDomains(String noProxy, boolean exempt) throws IOException {
    URI url = URI.create("http://files.example:8080/");
    for (String variable : new String[] {"no_proxy", "NO_PROXY"}) {
      Proxies proxies = new Proxies(Map.of("http_proxy", "one:1", variable, noProxy));
      assertThat(proxies.proxy(url).isEmpty()).isEqualTo(exempt);
    }
  }

  private Downloads through(ScriptedServer proxy, String variable, String value) {
    assertThat(value).contains(":" + proxy.port());
    return new Downloads(folder, FILE).environment(Map.of(variable, value));
  }
}
