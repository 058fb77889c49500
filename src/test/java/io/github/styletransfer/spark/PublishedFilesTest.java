package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedFilesTest {
  private final PublishedFiles files = new PublishedFiles(ClusterFileSystem.configuration());

  @TempDir private Path remote;
  @TempDir private Path work;

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void aFileAppearsInAFolderThatDidNotExist(String scheme) throws IOException {
    assertThat(files.publish(local("picture"), target(scheme, "a b/o.png"))).isTrue();

    assertThat(remote.resolve("a b/o.png")).hasContent("picture");
    assertThat(names(remote.resolve("a b"))).containsExactly("o.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void whatIsThereStays(String scheme) throws IOException {
    Files.writeString(remote.resolve("o.png"), "first");

    assertThat(files.publish(local("second"), target(scheme, "o.png"))).isFalse();

    assertThat(remote.resolve("o.png")).hasContent("first");
    assertThat(names(remote)).containsExactly("o.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void ofManyAttemptsExactlyOneWritesIt(String scheme) throws Exception {
    int attempts = 8;
    ExecutorService threads = Executors.newFixedThreadPool(attempts);
    try {
      for (int round = 0; round < 20; round++) {
        String name = round + ".png";
        CountDownLatch start = new CountDownLatch(attempts);
        List<Future<Boolean>> written = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
          Path picture = local("by attempt " + attempt);
          written.add(
              threads.submit(
                  () -> {
                    start.countDown();
                    start.await();
                    return files.publish(picture, target(scheme, name));
                  }));
        }
        List<String> winners = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
          if (written.get(attempt).get()) {
            winners.add("by attempt " + attempt);
          }
        }
        assertThat(winners).containsExactly(Files.readString(remote.resolve(name)));
      }
      assertThat(names(remote)).hasSize(20);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void aFolderInTheWayIsNoResult(String scheme) throws IOException {
    Files.createDirectories(remote.resolve("o.png"));
    Path picture = local("picture");

    assertThatThrownBy(() -> files.publish(picture, target(scheme, "o.png")))
        .hasMessageContaining("is a folder");
    assertThat(remote.resolve("o.png")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void nothingIsLeftOfAFileThatCannotBeRead(String scheme) throws IOException {
    assertThatThrownBy(() -> files.publish(work.resolve("none"), target(scheme, "o.png")))
        .isInstanceOf(IOException.class);
    assertThat(names(remote)).isEmpty();
  }

  @Test
  void leftoversOfKilledAttemptsAreDeletedAndNothingElse() throws IOException {
    Files.writeString(remote.resolve(".0-1.style-transfer.tmp"), "half");
    Files.writeString(remote.resolve(".other.tmp"), "");
    Files.writeString(remote.resolve("o.png"), "picture");

    files.deleteLeftovers(target("cluster", "."));

    assertThat(names(remote)).containsExactlyInAnyOrder(".other.tmp", "o.png");
  }

  private Path local(String content) throws IOException {
    return Files.writeString(Files.createTempFile(work, "result", ".png"), content);
  }

  private org.apache.hadoop.fs.Path target(String scheme, String name) {
    return new org.apache.hadoop.fs.Path(
        URI.create(scheme + "://" + remote.resolve(name).toUri().getRawPath()));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
