package io.github.styletransfer.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The versions of the program and of the libraries that decide its results.
 *
 * @param program this one
 * @param nd4j ND4J
 * @param oneDnn oneDNN, as its Java presets count
 */
public record Versions(String program, String nd4j, String oneDnn) {
  /** Those that were built in. */
  public static Versions read() {
    Properties versions = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        versions.getProperty("program", ""),
        versions.getProperty("nd4j", ""),
        versions.getProperty("onednn", ""));
  }
}
