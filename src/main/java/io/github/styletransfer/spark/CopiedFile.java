package io.github.styletransfer.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** One file of {@link LocalCopies}: copied by whoever needs it first, while others wait. */
final class CopiedFile {
  private final Path file;
  private final long length;
  private volatile boolean complete;
  private int users;

  /** Nothing is copied yet. */
  CopiedFile(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  Path file() {
    return file;
  }

  /** The bytes on the disk; 0 of a file that isn't complete. */
  long bytes() {
    return complete ? length : 0;
  }

  /** Guarded by the cache. */
  boolean isUsed() {
    return users > 0;
  }

  /** Guarded by the cache. */
  void count(int more) {
    users += more;
  }

  /**
   * Copies it unless that is done.
   *
   * @throws IOException when it can't be read or written, or has another length than was said
   */
  synchronized void complete(FileSystem files, FileStatus source) throws IOException {
    if (complete) {
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    try (InputStream in = files.open(source.getPath())) {
      long copied = Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      if (copied != length) {
        throw new IOException(
            source.getPath()
                + " changed while it was copied: "
                + copied
                + " of "
                + length
                + " bytes");
      }
    }
    complete = true;
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.resolveSibling(""));
  }
}
