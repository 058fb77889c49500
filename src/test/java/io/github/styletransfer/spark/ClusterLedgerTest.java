package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLedgerTest {
  @TempDir private Path folder;

  @Test
  void aJobIsDoneIfItsEntryAndItsResultAreThere() throws IOException {
    ClusterJob job = job("a.jpg", "0123");
    assertThat(ledger().isDone(job)).isFalse();

    write(job.output());
    assertThat(ledger().isDone(job)).isFalse();
    assertThat(ledger().hasResult(job)).isTrue();

    write(job.entry());
    assertThat(ledger().isDone(job)).isTrue();
    assertThat(ledger().isDone(job("a.jpg", "4567"))).isFalse();
  }

  @Test
  void aForgottenJobLeavesNothingAndOthersStay() throws IOException {
    ClusterJob before = job("a.jpg", "0123");
    ClusterJob other = job("b.jpg", "0123");
    for (ClusterJob job : List.of(before, other)) {
      write(job.output());
      write(job.entry());
    }

    ledger().forget(job("a.jpg", "4567"));

    assertThat(ledger().isDone(other)).isTrue();
    assertThat(ledger().hasResult(before)).isFalse();
    assertThat(Path.of(before.entry().substring("cluster:".length()))).doesNotExist();
  }

  private ClusterLedger ledger() {
    return new ClusterLedger("cluster:" + folder, ClusterFileSystem.configuration());
  }

  private ClusterJob job(String name, String key) {
    String output = "cluster:" + folder.resolve(name);
    return ClusterJob.of("c", "s", output, ledger().entry(output, key), key, List.of());
  }

  private static void write(String name) throws IOException {
    Path file = Path.of(name.substring("cluster:".length()));
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "");
  }
}
