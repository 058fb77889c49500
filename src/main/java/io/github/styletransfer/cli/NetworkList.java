package io.github.styletransfer.cli;

import io.github.styletransfer.job.OptionWord;
import io.github.styletransfer.network.PublishedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The networks that can be downloaded, for a person who chooses one. */
final class NetworkList {
  private static final double MEGABYTE = 1e6;

  private NetworkList() {}

  /**
   * Two lines for each network, of at most 80 characters: name, size, file and whether it is there;
   * the licence below the file.
   */
  static List<String> lines(Path workingDirectory) {
    return Arrays.stream(PublishedNetwork.values())
        .flatMap(network -> lines(network, workingDirectory))
        .toList();
  }

  private static Stream<String> lines(PublishedNetwork network, Path workingDirectory) {
    boolean there = Files.exists(workingDirectory.resolve(network.defaultFile()));
    return Stream.of(
        String.format(
            Locale.ROOT,
            "%-5s  %3.0f MB  %-33s  %s",
            OptionWord.of(network),
            network.bytes() / MEGABYTE,
            network.defaultFile(),
            there ? "there" : "not there"),
        " ".repeat(15) + network.licence());
  }
}
