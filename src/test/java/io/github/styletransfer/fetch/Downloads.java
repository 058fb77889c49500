package io.github.styletransfer.fetch;

import io.github.styletransfer.ScriptedServer;
import io.github.styletransfer.ServedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Runs downloads of one file into one folder, without waits. */
final class Downloads {
  /** Long enough for a slow machine; only tests of stalls wait for it to pass. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final long ENOUGH = 1000;

  final Path folder;
  final ServedFile file;
  private Map<String, String> environment = Map.of();
  private Duration stallTimeout = LONG;
  private int retries = 2;
  private Disk disk = Disk.LOCAL;
  private RecordedEvents events = new RecordedEvents();

  Downloads(Path folder, ServedFile file) {
    this.folder = folder;
    this.file = file;
  }

  Downloads disk(Disk newDisk) {
    disk = newDisk;
    return this;
  }

  Downloads environment(Map<String, String> newEnvironment) {
    environment = newEnvironment;
    return this;
  }

  Downloads stallTimeout(Duration timeout) {
    stallTimeout = timeout;
    return this;
  }

  Downloads withoutRetries() {
    retries = 0;
    return this;
  }

  /** Downloads the file, whose size is known, from a server's {@code /file}. */
  void fetch(ScriptedServer server) throws DownloadException {
    fetch(server.url("/file"), OptionalLong.of(file.content().length), file.sha256());
  }

  void fetch(URI url, OptionalLong size, String sha256) throws DownloadException {
    events = new RecordedEvents();
    DownloadSettings settings =
        new DownloadSettings(
            environment,
            LONG,
            stallTimeout,
            new RetryPolicy(retries, LONG, ENOUGH, pause -> {}),
            disk);
    new Downloader(settings, events).fetch(new Download(url, target(), size, sha256));
  }

  RecordedEvents events() {
    return events;
  }

  Path target() {
    return folder.resolve("network.mat");
  }

  Path partial() {
    return folder.resolve("network.mat.part");
  }

  /** Names of the files in the folder, in order. */
  String names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return String.join(
          " ", files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
  }
}
