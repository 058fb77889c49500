package io.github.styletransfer.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps other processes from doing the same thing at the same time, by a lock file. The lock ends
 * with the process, even if it is killed.
 *
 * <p>The file is removed when the lock is closed or the process ends, unless the process is killed.
 *
 * <p>Nothing else may open the lock file in this process: on POSIX systems, closing a file ends all
 * locks that the process has on it.
 */
public final class FileLock implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final AtomicBoolean held = new AtomicBoolean(true);
  private final Thread atExit = new Thread(this::release, "lock");

  private FileLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a lock.
   *
   * @param file the lock file, in a folder that exists; made if it isn't there
   * @return empty if another has the lock
   * @throws IOException if the folder can't be written to
   */
  public static Optional<FileLock> tryLock(Path file) throws IOException {
    Optional<FileLock> lock = attempt(file);
    while (lock.isPresent() && !lock.get().isAtItsPath()) {
      lock.get().abandon();
      lock = attempt(file);
    }
    return lock;
  }

  /**
   * Whether the locked file is the one at the path: its last owner may have removed it between the
   * opening and the locking here, and another may have made a new one since. Told by a random
   * length, as to open the file once more would end the lock on some systems.
   */
  private boolean isAtItsPath() throws IOException {
    int length = 1 + ThreadLocalRandom.current().nextInt(MOST_BYTES);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[1]), length - 1L);
    try {
      return Files.size(file) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Ends the lock of a file that is gone; a new one at its path is another's. */
  private void abandon() throws IOException {
    held.set(false);
    channel.close();
    close();
  }

  private static Optional<FileLock> attempt(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      return Optional.empty();
    }
    FileLock lock = new FileLock(file, channel);
    Runtime.getRuntime().addShutdownHook(lock.atExit);
    return Optional.of(lock);
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
    release();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending: the hook finds nothing to do.
      return;
    }
  }

  private void release() {
    if (!held.compareAndSet(true, false)) {
      return;
    }
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
