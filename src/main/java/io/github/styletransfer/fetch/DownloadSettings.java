package io.github.styletransfer.fetch;

import java.time.Duration;
import java.util.Map;

/**
 * What a download depends on besides the file.
 *
 * @param environment environment variables, which name the proxies
 * @param connectTimeout how long a connection may take
 * @param stallTimeout how long a server may send nothing
 * @param retries what follows a broken connection
 * @param disk where the file is written
 */
public record DownloadSettings(
    Map<String, String> environment,
    Duration connectTimeout,
    Duration stallTimeout,
    RetryPolicy retries,
    Disk disk) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(30);

  /** Copies the map. */
  public DownloadSettings {
    environment = Map.copyOf(environment);
  }

  /** Those for everyday use: 20 s for a connection, 30 s for a stall, four retries. */
  public static DownloadSettings of(Map<String, String> environment) {
    return new DownloadSettings(
        environment, CONNECT_TIMEOUT, STALL_TIMEOUT, RetryPolicy.PATIENT, Disk.LOCAL);
  }
}
