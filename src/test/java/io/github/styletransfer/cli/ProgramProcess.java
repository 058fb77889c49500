package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, in a given folder. */
final class ProgramProcess {
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
  static ProgramProcess start(Path folder, List<String> args) throws IOException {
    return start(folder, args, ProcessBuilder.Redirect.PIPE);
  }

  /** Starts it with something on its standard input. */
  static ProgramProcess start(Path folder, List<String> args, ProcessBuilder.Redirect input)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder.resolve("home"),
                "-Dorg.bytedeco.javacpp.cachedir="
                    + Path.of(System.getProperty("user.home"), ".javacpp", "cache"),
                "-jar",
                Objects.requireNonNull(System.getProperty("program.jar"))));
    command.addAll(args);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(input)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new ProgramProcess(folder, process, out, err);
  }

  /** Sends a signal such as INT or KILL. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .directory(folder.toFile())
        .start()
        .waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }
}
