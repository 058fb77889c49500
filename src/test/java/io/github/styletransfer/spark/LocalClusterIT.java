package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster does with tasks, and what this package's classes make of it. */
class LocalClusterIT {
  @TempDir private Path folder;

  @Test
  void aKilledProcessIsReplacedAndWhatItHadWrittenStays() throws Exception {
    Path results = Files.createDirectories(folder.resolve("results"));
    LocalCluster cluster = new LocalCluster(Files.createDirectories(folder.resolve("cluster")));

    LocalCluster.Ended ended =
        cluster.submit(
            LocalCluster.jarOf(
                folder.resolve("probe.jar"), ClusterProbe.class, PublishedFiles.class),
            ClusterProbe.class.getName(),
            List.of(results.toString()));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines().filter(line -> line.startsWith("process")).distinct())
        .as(ended.out())
        .hasSize(2);
    assertThat(ended.out().lines())
        .contains("result 0 by attempt 0, first", "result 3 by attempt 1, second");
    assertThat(results.resolve("3.txt")).hasContent("by attempt 0");
    try (var files = Files.list(results)) {
      assertThat(files).hasSize(4);
    }
  }
}
