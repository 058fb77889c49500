package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two processes from downloading the same file at once. The lock ends with the process, even
 * if it is killed.
 *
 * <p>Nothing else may open the lock file in this process: on POSIX systems, closing a file ends all
 * locks that the process has on it.
 */
final class DownloadLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private DownloadLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock for a download.
   *
   * @throws DownloadException if another has it, or the folder can't be written to
   */
  static DownloadLock of(Download download) throws DownloadException {
    Path data = download.partialFile();
    Path file = data.resolveSibling(data.getFileName() + ".lock");
    try {
      DownloadLock lock = attempt(file, download);
      while (Files.notExists(file)) {
        // Its last owner removed the file between the opening and the locking here.
        lock.close();
        lock = attempt(file, download);
      }
      return lock;
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE,
          "The folder " + PartialFile.folder(file) + " can't be written to (" + e + ")",
          e);
    }
  }

  private static DownloadLock attempt(Path file, Download download) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new DownloadException(
          Reason.LOCKED, "Another process is downloading " + download.target() + " at this moment");
    }
    return new DownloadLock(file, channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Removes the lock file while it is still locked, where the system allows that. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
