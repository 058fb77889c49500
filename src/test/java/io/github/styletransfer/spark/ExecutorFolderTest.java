package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorFolderTest {
  @TempDir private Path disks;

  @Test
  void isOnTheFirstDiskThatTheClusterGives() throws IOException {
    Path first = Files.createDirectories(disks.resolve("first"));
    Path second = Files.createDirectories(disks.resolve("second"));
    String missing = disks.resolve("missing").toString();

    assertThat(
            ExecutorFolder.create(
                Map.of(
                    "SPARK_EXECUTOR_DIRS",
                    missing + File.pathSeparator + first,
                    "SPARK_LOCAL_DIRS",
                    second.toString()),
                null,
                disks))
        .hasParent(first)
        .isEmptyDirectory();
    assertThat(
            ExecutorFolder.create(
                Map.of("LOCAL_DIRS", missing + ", " + second), first.toString(), disks))
        .hasParent(second);
    assertThat(ExecutorFolder.create(Map.of("SPARK_LOCAL_DIRS", ""), first.toString(), disks))
        .hasParent(first);
    assertThat(ExecutorFolder.create(Map.of(), null, disks)).hasParent(disks);
  }

  @Test
  void isAnotherOneForEachProcess() throws IOException {
    assertThat(ExecutorFolder.create(Map.of(), null, disks))
        .isNotEqualTo(ExecutorFolder.create(Map.of(), null, disks));
  }
}
