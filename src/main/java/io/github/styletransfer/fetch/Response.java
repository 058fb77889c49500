package io.github.styletransfer.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A server's answer. Closing it drops what hasn't been read.
 *
 * @param url the address that answered, after redirects
 * @param status HTTP's code
 * @param headers HTTP's headers
 * @param body the data
 */
record Response(URI url, int status, HttpHeaders headers, InputStream body)
    implements AutoCloseable {
  static final int OK = 200;
  static final int PARTIAL = 206;
  static final int RANGE_NOT_SATISFIABLE = 416;

  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_CLIENT_ERROR = 400;

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Length of the body in bytes, if the server says it. */
  OptionalLong length() {
    return header("Content-Length")
        .filter(value -> value.matches("\\d{1,18}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElseGet(OptionalLong::empty);
  }

  Optional<ContentRange> range() {
    return header("Content-Range").flatMap(ContentRange::of);
  }

  boolean isRedirect() {
    return status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR;
  }

  String host() {
    return url.getHost();
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
