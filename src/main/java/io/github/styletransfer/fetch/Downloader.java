package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Downloads a file, resuming where an earlier run or a broken connection ended. */
public final class Downloader {
  private final DownloadSettings settings;
  private final DownloadListener listener;

  /** Makes a downloader that reports to a listener. */
  public Downloader(DownloadSettings settings, DownloadListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Downloads a file unless it is there already. When this returns, the target has the right
   * SHA-256. When it throws, the target is as it was, and the data received are kept for the next
   * run.
   *
   * @throws DownloadException if the file can't be downloaded or written; says why
   */
  public void fetch(Download download) throws DownloadException {
    if (Files.exists(download.target())) {
      if (isRight(download)) {
        listener.alreadyThere(download.target());
        return;
      }
      listener.replaces(download.target());
    }
    createFolder(PartialFile.folder(download.target()));
    FileLock lock = DownloadLock.of(download);
    try {
      PartialFile part = new PartialFile(download, settings.disk());
      complete(download, part);
      part.becomeTarget();
    } finally {
      lock.close();
    }
  }

  private static boolean isRight(Download download) throws DownloadException {
    Path target = download.target();
    if (Files.isDirectory(target)) {
      throw new DownloadException(Reason.STORAGE, target + " is a folder, not the name of a file");
    }
    try {
      return (download.size().isEmpty() || download.size().getAsLong() == Files.size(target))
          && FileDigests.sha256(target).equals(download.sha256());
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE, target + " can't be read (" + FileFaults.inWords(e) + ")", e);
    }
  }

  private static void createFolder(Path folder) throws DownloadException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE,
          "The folder " + folder + " can't be created (" + FileFaults.inWords(e) + ")",
          e);
    }
  }

  /** Gets the data and checks them; data of an earlier run that turn out wrong are dropped. */
  private void complete(Download download, PartialFile part) throws DownloadException {
    String sha256 = completed(download, part);
    if (part.hasEarlierData() && !sha256.equals(download.sha256())) {
      listener.startsAfresh("The data from an earlier run are wrong (SHA-256 " + sha256 + ")");
      part.discard();
      sha256 = completed(download, part);
    }
    if (!sha256.equals(download.sha256())) {
      throw new DownloadException(
          Reason.WRONG_HASH,
          "The file at %s has the SHA-256 %s instead of %s"
              .formatted(download.url(), sha256, download.sha256()));
    }
  }

  private String completed(Download download, PartialFile part) throws DownloadException {
    if (!part.isWhole()) {
      receive(new Attempt(download, part, new Transport(settings), listener), part);
    }
    listener.verifies();
    return part.sha256();
  }

  private void receive(Attempt attempt, PartialFile part) throws DownloadException {
    RetryPolicy policy = settings.retries();
    long before = part.length();
    long most = before;
    int failures = 0;
    while (true) {
      try {
        attempt.run();
        return;
      } catch (DownloadException e) {
        long length = part.length();
        failures = length >= most + policy.enoughBytes() ? 1 : failures + 1;
        most = Math.max(most, length);
        if (failures > policy.most() || !isWorthRetrying(e, most > before)) {
          throw e;
        }
        pause(policy.pause(failures), policy, e);
      }
    }
  }

  /** A server that can't be reached at all is reported at once. */
  private static boolean isWorthRetrying(DownloadException e, boolean dataCame) {
    return switch (e.reason()) {
      case INTERRUPTED -> true;
      case UNREACHABLE, BUSY -> dataCame;
      default -> false;
    };
  }

  private void pause(Duration pause, RetryPolicy policy, DownloadException e)
      throws DownloadException {
    listener.interrupted(String.valueOf(e.getMessage()), pause);
    try {
      policy.sleeper().sleep(pause);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw e;
    }
  }
}
