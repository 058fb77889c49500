package io.github.styletransfer.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run runs on: versions and machine. If these are the same, so is every bit of the result.
 */
public final class RunEnvironment {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

  private RunEnvironment() {}

  /**
   * Names and values, for people.
   *
   * @param method how is painted
   * @param threads how many compute
   * @param executor what computes, as the method names it
   */
  public static Map<String, String> describe(
      JobMethod method, int threads, Map<String, String> executor) {
    Versions versions = Versions.read();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("program", versions.program());
    environment.putAll(method.libraries(versions));
    environment.put("java", Runtime.version().toString());
    environment.put(
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    environment.put("processor", processor());
    environment.putAll(executor);
    environment.put("threads", Integer.toString(threads));
    return environment;
  }

  /** In one line, everything that the time of a computation depends on. */
  static String computing(int threads) {
    Versions versions = Versions.read();
    return "%s, %d threads, style-transfer %s, oneDNN %s"
        .formatted(processor(), threads, versions.program(), versions.oneDnn());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(LINUX_PROCESSORS, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException e) {
      return Objects.requireNonNullElse(System.getenv("PROCESSOR_IDENTIFIER"), "unknown");
    }
  }
}
