package io.github.styletransfer.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The folder of a run's records if none is given. Each result has its own, so that results of the
 * same name in other folders or formats don't share one.
 */
public final class LogFolder {
  private static final String LOGS = "logs";

  private LogFolder() {}

  /**
   * The log folder of a result.
   *
   * @param result in the output folder: {@code logs/o.jpg} for {@code output/o.jpg}, {@code
   *     logs/A/o.jpg} for {@code output/A/o.jpg}; anywhere else: {@code logs/B~0123abcd/o.jpg},
   *     with the name of its folder and a checksum of that folder's path
   */
  public static Path of(Path workingDirectory, Path result) {
    Path logs = all(workingDirectory);
    Path output = real(workingDirectory.resolve(OutputFiles.FOLDER));
    Path folder = real(result.resolveSibling(""));
    Path name = result.getFileName();
    if (folder.startsWith(output)) {
      return logs.resolve(output.relativize(folder)).resolve(name).normalize();
    }
    String folderName = folder.getFileName() == null ? "" : folder.getFileName().toString();
    return logs.resolve(folderName + "~" + checksum(folder)).resolve(name);
  }

  /** The folder of all log folders, but those that are named by their own option. */
  public static Path all(Path workingDirectory) {
    return workingDirectory.resolve(LOGS);
  }

  /** Without links, as two paths may lead to one folder; what doesn't exist yet is no link. */
  private static Path real(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path some = absolute; some != null; some = some.getParent()) {
      if (Files.exists(some)) {
        try {
          return some.toRealPath().resolve(some.relativize(absolute)).normalize();
        } catch (IOException e) {
          return absolute;
        }
      }
    }
    return absolute;
  }

  private static String checksum(Path folder) {
    CRC32C sum = new CRC32C();
    sum.update(folder.toString().getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
