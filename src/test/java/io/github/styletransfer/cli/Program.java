package io.github.styletransfer.cli;

import io.github.styletransfer.GoldenCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines in a folder of the test's own and keeps what the last one printed. */
final class Program {
  private final Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private int exitCode = -1;

  Program(Path folder) {
    this.folder = folder;
  }

  /** A quick run on a golden case's files; later options win. */
  static String[] goldenArgs(GoldenCase golden, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + golden.file("content.png"),
                "--style=" + golden.file("style.png"),
                "--network=" + golden.file("network.mat")));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  void run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    exitCode =
        new CommandLineRunner(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, folder)
            .run(args);
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
