package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
  @ParameterizedTest
  @CsvSource({
    "http://a/b/c, d, http://a/b/d",
    "http://a/b/c, /d?e=f, http://a/d?e=f",
    "http://a/b, https://h/i, https://h/i",
    "http://a/b, //h/i, http://h/i",
    "https://a/b, https://h/i, https://h/i",
  })
  void leadsOn(URI from, String location, URI to) throws DownloadException {
    assertThat(Redirect.target(from, Optional.of(location))).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a/b, http://h/i, 'from https to http://h/i, which is not encrypted'",
    "https://a/b, ftp://h/i, 'to ''ftp://h/i'', which isn''t an http or https address'",
    "https://a/b, 'h i', 'to ''h i'', which isn''t an http or https address'",
  })
  void isRefused(URI from, String location, String message) {
    assertThatThrownBy(() -> Redirect.target(from, Optional.of(location)))
        .hasMessage("a redirects " + message);
  }
}
