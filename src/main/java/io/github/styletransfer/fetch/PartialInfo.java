package io.github.styletransfer.fetch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * Where partial data are from.
 *
 * @param url the address asked for
 * @param etag the server's name for this version of its file
 * @param lastModified the server's date of this version
 * @param total length of the whole file in bytes, if it is known
 */
record PartialInfo(
    String url, Optional<String> etag, Optional<String> lastModified, OptionalLong total) {
  private static final String URL = "url";
  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "last-modified";
  private static final String TOTAL = "total";

  static PartialInfo of(URI url, Response response, OptionalLong total) {
    return new PartialInfo(
        url.toString(), response.header("ETag"), response.header("Last-Modified"), total);
  }

  /** Reads what {@link #write} wrote; empty if there is no such file, or none of use. */
  static Optional<PartialInfo> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return Optional.ofNullable(properties.getProperty(URL))
          .map(
              url ->
                  new PartialInfo(
                      url,
                      Optional.ofNullable(properties.getProperty(ETAG)),
                      Optional.ofNullable(properties.getProperty(LAST_MODIFIED)),
                      Optional.ofNullable(properties.getProperty(TOTAL))
                          .map(total -> OptionalLong.of(Long.parseLong(total)))
                          .orElseGet(OptionalLong::empty)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(URL, url);
    etag.ifPresent(value -> properties.setProperty(ETAG, value));
    lastModified.ifPresent(value -> properties.setProperty(LAST_MODIFIED, value));
    total.ifPresent(value -> properties.setProperty(TOTAL, Long.toString(value)));
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, "Where the data in the .part file are from");
    }
  }

  /** What {@code If-Range} may hold: a strong ETag, else the date. */
  Optional<String> validator() {
    return etag.filter(tag -> tag.startsWith("\"")).or(() -> lastModified);
  }

  /** Whether a response may be of this version: its ETag, if there is one, isn't another. */
  boolean allows(Response response) {
    Optional<String> other = response.header("ETag");
    return etag.isEmpty() || other.isEmpty() || etag.equals(other);
  }
}
