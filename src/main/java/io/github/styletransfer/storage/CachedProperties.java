package io.github.styletransfer.storage;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of values that can be found out again. One that is damaged counts as empty. */
public final class CachedProperties {
  private static final Logger LOG = LoggerFactory.getLogger(CachedProperties.class);

  private final Path file;
  private final String comment;

  /**
   * Reads nothing yet.
   *
   * @param file made when it is first written, with its folder
   * @param comment the file's first line, which says what it is for
   */
  public CachedProperties(Path file, String comment) {
    this.file = file;
    this.comment = comment;
  }

  /** A value; empty if there is none. */
  public Optional<String> get(String key) {
    return Optional.ofNullable(read().getProperty(key));
  }

  /**
   * Adds or replaces a value.
   *
   * @throws IOException if the file can't be written; it is then unchanged
   */
  public void put(String key, String value) throws IOException {
    Properties all = read();
    all.setProperty(key, value);
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, out -> all.store(out, comment));
  }

  private Properties read() {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        all.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.debug("{} can't be read: {}", file, e.toString());
        return new Properties();
      }
    }
    return all;
  }
}
