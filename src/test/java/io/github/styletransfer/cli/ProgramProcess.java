package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, in a given folder. */
public final class ProgramProcess {
  private static final long PATIENCE_MINUTES = 10;

  private final Path folder;
  private final Process process;
  private final Path out;
  private final Path err;

  private ProgramProcess(Path folder, Process process, Path out, Path err) {
    this.folder = folder;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it.
   *
   * @param folder its working directory, where it leaves what it prints in files
   */
  public static ProgramProcess start(Path folder, List<String> args) throws IOException {
    return start(folder, Map.of(), command(folder, args));
  }

  /** Starts it with something on its standard input. */
  static ProgramProcess start(Path folder, List<String> args, ProcessBuilder.Redirect input)
      throws IOException {
    return start(folder, Map.of(), command(folder, args), input);
  }

  /**
   * Starts it.
   *
   * @param folder its working directory, where it leaves what it prints in files
   * @param javaOptions for the virtual machine, before {@code -jar}
   * @param environment variables besides those of this process
   */
  static ProgramProcess start(
      Path folder, List<String> javaOptions, Map<String, String> environment, List<String> args)
      throws IOException {
    return start(folder, environment, command(folder, javaOptions, args));
  }

  /** The command that starts the program with a home in a folder, and everybody's natives. */
  static List<String> command(Path folder, List<String> args) {
    return command(folder, List.of("-Dorg.bytedeco.javacpp.cachedir=" + natives()), args);
  }

  private static List<String> command(Path folder, List<String> javaOptions, List<String> args) {
    List<String> command =
        new ArrayList<>(List.of(java(), "-Duser.home=" + folder.resolve("home")));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar()));
    command.addAll(args);
    return command;
  }

  /** Starts a command that starts it, such as a shell's. */
  static ProgramProcess start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    return start(folder, environment, command, ProcessBuilder.Redirect.PIPE);
  }

  private static ProgramProcess start(
      Path folder,
      Map<String, String> environment,
      List<String> command,
      ProcessBuilder.Redirect input)
      throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(input)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new ProgramProcess(folder, builder.start(), out, err);
  }

  /** The Java that runs it: this one's, or another that the build names. */
  static String java() {
    return System.getProperty(
        "program.java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /** The packaged program. */
  static String jar() {
    return Objects.requireNonNull(System.getProperty("program.jar"));
  }

  /** Where all tests, and runs by hand before, have unpacked the native libraries. */
  static Path natives() {
    return Path.of(System.getProperty("user.home"), ".javacpp", "cache");
  }

  /** Sends a signal such as INT or KILL. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .directory(folder.toFile())
        .start()
        .waitFor();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  /** What it has printed on standard error so far. */
  public String err() throws IOException {
    return Files.readString(err);
  }
}
