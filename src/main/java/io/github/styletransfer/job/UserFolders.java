package io.github.styletransfer.job;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A person's own folders.
 *
 * @param home where the configuration file is
 * @param cache for files that can be recreated; may not exist yet
 */
public record UserFolders(Path home, Path cache) {
  /** The environment variable that names another cache folder. */
  public static final String CACHE_VARIABLE = "STYLE_TRANSFER_CACHE";

  private static final String NAME = "style-transfer";
  private static final String TIMES = "convolutions.properties";
  private static final String SPEEDS = "speeds.properties";

  /**
   * The folders by the system's conventions, if the environment names no other.
   *
   * @param system {@code os.name}
   */
  public static UserFolders of(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault(CACHE_VARIABLE, "");
    return new UserFolders(
        home,
        chosen.isEmpty()
            ? caches(environment, system, home).resolve(NAME)
            : Path.of(chosen).toAbsolutePath());
  }

  private static Path caches(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    return name.startsWith("mac")
        ? home.resolve("Library").resolve("Caches")
        : folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
  }

  /** A variable that isn't set, or doesn't hold an absolute path, doesn't count. */
  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    Path folder = Path.of(environment.getOrDefault(variable, ""));
    return folder.isAbsolute() ? folder : otherwise;
  }

  /** The file of the times by which convolutions' kernels are chosen. */
  public Path convolutionTimes() {
    return cache.resolve(TIMES);
  }

  /** The file of how fast runs were. */
  public Path runSpeeds() {
    return cache.resolve(SPEEDS);
  }
}
