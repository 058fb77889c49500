package io.github.styletransfer.cli;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.run.StopSignals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Runs command lines in a folder of the test's own and keeps what the last one printed. */
final class Program {
  private static final String CACHE = ".cache";

  private final Path folder;
  private final DownloadSettings downloads;
  private StopSignals signals = StopSignals.none();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private int exitCode = -1;

  Program(Path folder) {
    this(folder, DownloadSettings.of(Map.of()));
  }

  Program(Path folder, DownloadSettings downloads) {
    this.folder = folder;
    this.downloads = downloads;
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

  /** What ends the next runs early. */
  void signals(StopSignals given) {
    signals = given;
  }

  void run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    exitCode = runner().run(args);
  }

  /** The main command, with all of its options. */
  CommandLine commandLine() {
    return runner().commandLine();
  }

  /** What a command line asks for, without doing it. */
  TransferJob job(String... args) throws IOException, UserException {
    CommandLine commandLine = commandLine();
    commandLine.parseArgs(args);
    StyleTransferCommand command = commandLine.getCommand();
    return command.job();
  }

  private CommandLineRunner runner() {
    return new CommandLineRunner(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        folder,
        new UserFolders(folder, folder.resolve(CACHE)),
        downloads,
        () -> false,
        signals);
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
