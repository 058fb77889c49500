package io.github.styletransfer.record;

import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The SHA-256 of files that several jobs may read: each is computed once, unless the file's size or
 * time has changed. Safe for use by threads.
 */
public final class InputDigests {
  private final ConcurrentMap<Version, String> known = new ConcurrentHashMap<>();

  private record Version(Path file, long bytes, FileTime modified) {}

  /**
   * The checksum of a file as it is now.
   *
   * @throws IOException if it can't be read
   */
  String sha256(Path file) throws IOException {
    Version version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
    String before = known.get(version);
    if (before != null) {
      return before;
    }
    String sum = FileDigests.sha256(file);
    known.put(version, sum);
    return sum;
  }
}
