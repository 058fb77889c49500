package io.github.styletransfer.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * A new folder for what one executor process unpacks and copies, on the disks that the cluster
 * gives to executors. It is deleted when the process ends; after one that was killed, the cluster
 * deletes it with the rest of the application's files.
 */
final class ExecutorFolder {
  private static final String PREFIX = "style-transfer-";
  private static final String LIST = ",";

  private ExecutorFolder() {}

  /**
   * Creates it.
   *
   * @param environment of the process; each kind of cluster names its disks there
   * @param configured the value of {@code spark.local.dir}, a list; null if it isn't set
   * @param temporary the system's folder for temporary files
   * @throws IOException when it can't be created
   */
  static Path create(Map<String, String> environment, @Nullable String configured, Path temporary)
      throws IOException {
    Path disk =
        Stream.of(
                listed(environment.get("SPARK_EXECUTOR_DIRS"), File.pathSeparator),
                listed(environment.get("LOCAL_DIRS"), LIST),
                listed(environment.get("SPARK_LOCAL_DIRS"), LIST),
                listed(configured, LIST))
            .flatMap(folders -> folders)
            .filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder))
            .findFirst()
            .orElse(temporary);
    Path folder = Files.createTempDirectory(disk, PREFIX).toAbsolutePath();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> FileUtil.fullyDelete(folder.toFile()), PREFIX + "cleaning"));
    return folder;
  }

  private static Stream<Path> listed(@Nullable String folders, String separator) {
    return folders == null
        ? Stream.of()
        : Arrays.stream(folders.split(separator))
            .map(String::strip)
            .filter(folder -> !folder.isEmpty())
            .map(Path::of);
  }
}
