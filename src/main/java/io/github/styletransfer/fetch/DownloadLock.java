package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps two processes from downloading the same file at once. */
final class DownloadLock {
  private DownloadLock() {}

  /**
   * Takes the lock for a download.
   *
   * @throws DownloadException if another has it, or the folder can't be written to
   */
  static FileLock of(Download download) throws DownloadException {
    Path data = download.partialFile();
    Path file = data.resolveSibling(data.getFileName() + ".lock");
    try {
      return FileLock.tryLock(file)
          .orElseThrow(
              () ->
                  new DownloadException(
                      Reason.LOCKED, "Another process is downloading " + download.target()));
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE,
          "The folder "
              + PartialFile.folder(file)
              + " can't be written to ("
              + FileFaults.inWords(e)
              + ")",
          e);
    }
  }
}
