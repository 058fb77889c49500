package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCopiesTest {
  private static final Configuration FILE_SYSTEMS = ClusterFileSystem.configuration();

  @TempDir private Path remote;
  @TempDir private Path cache;

  private LocalCopies copies;

  @BeforeEach
  void roomForTenBytes() {
    copies = new LocalCopies(cache, 10, FILE_SYSTEMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "cluster"})
  void aFileIsCopiedOnce(String scheme) throws IOException {
    Path photo = Files.writeString(remote.resolve("the photo.jpg"), "photo");
    URI path = URI.create(scheme + "://" + photo.toUri().getRawPath());

    Path first;
    try (LocalCopy copy = copies.of(new org.apache.hadoop.fs.Path(path))) {
      first = copy.file();
      assertThat(first).hasFileName("the photo.jpg").hasContent("photo").startsWith(cache);
    }
    FileTime copied = Files.getLastModifiedTime(first);
    try (LocalCopy copy = copies.of(new org.apache.hadoop.fs.Path(path))) {
      assertThat(copy.file()).isEqualTo(first);
    }
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(copied);
    assertThat(files()).hasSize(1);
  }

  @Test
  void filesOfOneNameFromTwoFoldersAreTwo() throws IOException {
    Files.createDirectories(remote.resolve("a"));
    Files.createDirectories(remote.resolve("b"));
    try (LocalCopy first = copies.of(written("a/photo.jpg", "1"));
        LocalCopy second = copies.of(written("b/photo.jpg", "2"))) {
      assertThat(first.file()).hasFileName("photo.jpg").hasContent("1");
      assertThat(second.file()).hasFileName("photo.jpg").hasContent("2");
    }
  }

  @Test
  void aChangedFileIsCopiedAgainAndWhoUsesTheOldOneKeepsIt() throws IOException {
    org.apache.hadoop.fs.Path photo = written("photo.jpg", "old");
    try (LocalCopy old = copies.of(photo)) {
      written("photo.jpg", "new");
      Files.setLastModifiedTime(remote.resolve("photo.jpg"), FileTime.fromMillis(1_000_000));

      try (LocalCopy changed = copies.of(photo)) {
        assertThat(changed.file()).hasContent("new");
        assertThat(old.file()).hasContent("old");
      }
    }
  }

  @Test
  void theLeastRecentlyUsedMakesRoom() throws IOException {
    copies.of(written("a", "1234")).close();
    copies.of(written("b", "1234")).close();
    copies.of(written("a", "1234")).close();

    copies.of(written("c", "1234")).close();

    assertThat(files()).extracting(file -> file.getFileName().toString()).containsOnly("a", "c");
  }

  @Test
  void whatIsInUseStaysEvenIfThereIsNoRoom() throws IOException {
    try (LocalCopy large = copies.of(written("large", "12345678"))) {
      try (LocalCopy other = copies.of(written("other", "12345678"))) {
        assertThat(other.file()).exists();
      }
      assertThat(large.file()).hasContent("12345678");
    }
    assertThat(files()).extracting(file -> file.getFileName().toString()).containsOnly("large");
  }

  @Test
  void manyTasksWaitForOneCopy() throws Exception {
    org.apache.hadoop.fs.Path network = written("network", "weights");
    ExecutorService tasks = Executors.newFixedThreadPool(8);
    try {
      List<Future<Path>> copied = new ArrayList<>();
      for (int task = 0; task < 64; task++) {
        copied.add(
            tasks.submit(
                () -> {
                  try (LocalCopy copy = copies.of(network)) {
                    assertThat(copy.file()).hasContent("weights");
                    return copy.file();
                  }
                }));
      }
      Path first = copied.get(0).get();
      for (Future<Path> copy : copied) {
        assertThat(copy.get()).isEqualTo(first);
      }
    } finally {
      tasks.shutdownNow();
    }
  }

  @Test
  void filesThatAreMissingAreReportedAsSuch() {
    assertThatThrownBy(() -> copies.of(ClusterFileSystem.named(remote.resolve("none.jpg"))))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> copies.of(ClusterFileSystem.named(remote)))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("(Is a directory)");
  }

  @Test
  void aCopyThatFailedIsTriedAgain() throws IOException {
    org.apache.hadoop.fs.Path torn = written("torn.jpg", "photo");
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> copies.of(torn)).hasMessage("The connection was lost");
    }
    assertThat(files()).isEmpty();
  }

  private org.apache.hadoop.fs.Path written(String name, String content) throws IOException {
    Path file = remote.resolve(name);
    if (Files.notExists(file) || !Files.readString(file).equals(content)) {
      Files.writeString(file, content);
    }
    return ClusterFileSystem.named(file);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
