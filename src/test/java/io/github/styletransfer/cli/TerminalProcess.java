package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A command on a pseudo-terminal of its own, by way of Python's {@code pty}. */
final class TerminalProcess implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String CTRL_Z = "\u001a";
  static final String CTRL_BACKSLASH = "\u001c";

  private static final Path DRIVER = Path.of("src/test/resources/terminal/terminal.py");
  private static final long PATIENCE_MINUTES = 3;

  private final Process driver;
  private final Path transcript;

  private TerminalProcess(Process driver, Path transcript) {
    this.driver = driver;
    this.transcript = transcript;
  }

  /** Starts a command; skips the test where there is no such system or no Python. */
  static TerminalProcess start(Path folder, int columns, List<String> command)
      throws IOException, InterruptedException {
    assumeThat(has("python3", "-c", "import pty, termios")).isTrue();
    Path transcript = Files.createTempFile(folder, "terminal", ".txt");
    List<String> all =
        new ArrayList<>(
            List.of(
                "python3",
                DRIVER.toAbsolutePath().toString(),
                transcript.toString(),
                Integer.toString(columns)));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    return new TerminalProcess(builder.start(), transcript);
  }

  private static boolean has(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Presses keys. */
  void type(String keys) throws IOException {
    tell("type " + HexFormat.of().formatHex(keys.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes the window so many columns wide. */
  void resize(int columns) throws IOException {
    tell("resize " + columns);
  }

  /** Closes the window. */
  void hangUp() throws IOException {
    tell("hangup");
  }

  private void tell(String line) throws IOException {
    driver.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    driver.getOutputStream().flush();
  }

  /** All that was printed so far. */
  String printed() {
    try {
      return Files.readString(transcript);
    } catch (java.nio.charset.MalformedInputException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a text has been printed. */
  void await(String text) throws InterruptedException {
    await(() -> printed().contains(text));
  }

  /** Waits until something is so. */
  void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!condition.getAsBoolean()) {
      assertThat(driver.isAlive() && System.nanoTime() < deadline).as(printed()).isTrue();
      Thread.sleep(20);
    }
  }

  /** Waits for the command's end: {@code exit CODE} or {@code signal NUMBER}. */
  String end() throws IOException, InterruptedException {
    assertThat(driver.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as(printed()).isTrue();
    return new String(driver.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }

  /** Closes the window if it is still open, so that the command ends. */
  @Override
  public void close() {
    driver.destroy();
  }
}
