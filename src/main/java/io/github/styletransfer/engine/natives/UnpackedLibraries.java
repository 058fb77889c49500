package io.github.styletransfer.engine.natives;

import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the native libraries of one build of the program. Each of them is there as a whole
 * or not at all, and one process unpacks while others wait.
 */
final class UnpackedLibraries {
  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);
  private static final String LOCK = "unpacking.lock";
  private static final String TEMPORARY_FILES = ".*.tmp";
  private static final String FOLDERS = "natives-*";
  private static final long MEGABYTE = 1_000_000;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Those of other builds that nobody has used for so long are deleted. */
  private static final Duration UNUSED = Duration.ofDays(30);

  private final BundledLibraries libraries;
  private final Path folder;
  private final boolean oneDnn;

  /**
   * Nothing is unpacked yet.
   *
   * @param base the folder for all builds of the program
   * @param oneDnn whether oneDNN is needed, too
   */
  UnpackedLibraries(BundledLibraries libraries, Path base, boolean oneDnn) {
    this.libraries = libraries;
    this.folder =
        base.resolve(FOLDERS.replace("*", libraries.fingerprint())).toAbsolutePath().normalize();
    this.oneDnn = oneDnn;
  }

  Path folder() {
    return folder;
  }

  /** Unpacks what isn't there. */
  void complete() throws NativeLibraryException {
    try {
      if (!isComplete()) {
        Files.createDirectories(folder);
        try (FileLock lock = lock()) {
          if (lock != null) {
            deleteTemporaryFiles();
          }
          unpack();
        }
        deleteUnused();
      }
    } catch (IOException e) {
      throw NativeLibraryException.ofUnpacking(folder, missingBytes(), e);
    }
    markUsed();
  }

  private boolean isComplete() {
    return libraries.missing(folder, oneDnn).isEmpty() && libraries.isLinked(folder);
  }

  private long missingBytes() {
    return libraries.missing(folder, oneDnn).stream().mapToLong(ZipEntry::getSize).sum();
  }

  /** Waits for others; null where the file system has no locks, and all may unpack at once. */
  private @Nullable FileLock lock() throws IOException {
    try {
      Optional<FileLock> lock = FileLock.tryLock(folder.resolve(LOCK));
      while (lock.isEmpty()) {
        Thread.sleep(PAUSE.toMillis());
        lock = FileLock.tryLock(folder.resolve(LOCK));
      }
      return lock.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (IOException e) {
      LOG.debug("No lock in {}", folder, e);
      return null;
    }
  }

  private void unpack() throws IOException {
    List<ZipEntry> missing = libraries.missing(folder, oneDnn);
    if (!missing.isEmpty()) {
      LOG.info("Unpacking native libraries to {} ({} MB, once)", folder, missingBytes() / MEGABYTE);
      for (ZipEntry library : missing) {
        libraries.unpack(library, folder);
      }
    }
    if (!libraries.isLinked(folder)) {
      libraries.link(folder);
    }
  }

  /** Of processes that were killed. */
  private void deleteTemporaryFiles() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEMPORARY_FILES)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void markUsed() {
    try {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} can't be marked as used", folder, e);
    }
  }

  private void deleteUnused() {
    Instant limit = Instant.now().minus(UNUSED);
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(folder.resolveSibling(""), FOLDERS)) {
      for (Path other : folders) {
        if (!other.equals(folder) && Files.getLastModifiedTime(other).toInstant().isBefore(limit)) {
          delete(other);
        }
      }
    } catch (IOException e) {
      LOG.debug("Old native libraries beside {} can't be deleted", folder, e);
    }
  }

  private static void delete(Path old) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(old)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(old);
  }
}
