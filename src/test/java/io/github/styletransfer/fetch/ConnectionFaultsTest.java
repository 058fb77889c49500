package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFaultsTest {
  private static final HttpProxy PROXY =
      new HttpProxy("https_proxy", "proxy", 3128, Optional.of("me:secret"));

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new ConnectException().initCause(new UnresolvedAddressException()),
            Reason.UNREACHABLE,
            "PEER can't be found"),
        Arguments.of(
            new UnknownHostException("files.example"), Reason.UNREACHABLE, "PEER can't be found"),
        Arguments.of(
            new ConnectException("Connection refused"),
            Reason.UNREACHABLE,
            "PEER can't be reached, or refuses the connection (Connection refused)"),
        Arguments.of(
            new ConnectException(),
            Reason.UNREACHABLE,
            "PEER can't be reached, or refuses the connection"),
        Arguments.of(
            new HttpConnectTimeoutException("x"),
            Reason.UNREACHABLE,
            "PEER can't be reached within 20 s"),
        Arguments.of(
            new HttpTimeoutException("x"), Reason.INTERRUPTED, "PEER sent nothing for 30 s"),
        Arguments.of(
            new SSLHandshakeException("no trusted certificate"),
            Reason.UNREACHABLE,
            "A secure connection to files.example can't be made (no trusted certificate)"),
        Arguments.of(
            new IOException("Connection reset"),
            Reason.INTERRUPTED,
            "PEER closed the connection (Connection reset)"),
        Arguments.of(
            new IOException(), Reason.INTERRUPTED, "PEER closed the connection (IOException)"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void areSaidOfHostOrProxy(IOException failure, Reason reason, String message) {
    DownloadException direct = faults(Optional.empty()).of(failure);
    assertThat(direct).hasMessage(message.replace("PEER", "The host files.example"));
    assertThat(direct.reason()).isEqualTo(reason);
    assertThat(direct).hasCause(failure);

    assertThat(faults(Optional.of(PROXY)).of(failure))
        .hasMessage(message.replace("PEER", "The proxy proxy:3128 (https_proxy)"));
  }

  private static ConnectionFaults faults(Optional<HttpProxy> proxy) {
    return new ConnectionFaults(
        URI.create("https://files.example/f"), proxy, DownloadSettings.of(Map.of()));
  }
}
