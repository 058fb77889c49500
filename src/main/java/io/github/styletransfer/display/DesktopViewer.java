package io.github.styletransfer.display;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Has the desktop open files with the program that a person has chosen for them. */
public final class DesktopViewer {
  private final String system;
  private final Map<String, String> environment;
  private final Starter starter;

  /** Starts a program and doesn't wait for it. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts it.
     *
     * @throws IOException if there is no such program
     */
    void start(List<String> command) throws IOException;
  }

  DesktopViewer(String system, Map<String, String> environment, Starter starter) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.environment = Map.copyOf(environment);
    this.starter = starter;
  }

  /** That of this process. */
  public static DesktopViewer ofProcess() {
    return new DesktopViewer(
        System.getProperty("os.name", ""), System.getenv(), DesktopViewer::start);
  }

  private static void start(List<String> command) throws IOException {
    File nothing = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    new ProcessBuilder(command)
        .redirectInput(nothing)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Opens a file. What becomes of the viewer isn't known.
   *
   * @return why it can't be opened, if it can't
   */
  public Optional<String> open(Path file) {
    // An absolute path never begins with a dash.
    String path = file.toAbsolutePath().normalize().toString();
    if (system.startsWith("windows")) {
      return start("rundll32", "url.dll,FileProtocolHandler", path);
    }
    if (system.startsWith("mac")) {
      return start("open", path);
    }
    if (isMissing("DISPLAY") && isMissing("WAYLAND_DISPLAY")) {
      return Optional.of("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set");
    }
    return start("xdg-open", path).map(fault -> fault + "; the package xdg-utils has it");
  }

  private boolean isMissing(String variable) {
    return environment.getOrDefault(variable, "").isEmpty();
  }

  private Optional<String> start(String... command) {
    try {
      starter.start(List.of(command));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the program " + command[0] + " can't be started");
    }
  }
}
