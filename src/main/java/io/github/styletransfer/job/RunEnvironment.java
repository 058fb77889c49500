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
   * @param engine as it was asked for
   * @param executor what computes, as the method names it
   */
  public static Map<String, String> describe(EngineChoice engine, Map<String, String> executor) {
    Versions versions = Versions.read();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("program", versions.program());
    environment.put("nd4j", versions.nd4j());
    environment.put("onednn", versions.oneDnn());
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
    environment.put("threads", Integer.toString(engine.threads()));
    return environment;
  }

  /** In one line, everything that the time of a computation depends on. */
  static String computing(EngineChoice engine) {
    Versions versions = Versions.read();
    return "%s, %d threads, style-transfer %s, oneDNN %s"
        .formatted(processor(), engine.threads(), versions.program(), versions.oneDnn());
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
