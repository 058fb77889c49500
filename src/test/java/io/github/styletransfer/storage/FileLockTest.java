package io.github.styletransfer.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 300;

  @TempDir private Path folder;

  @Test
  void isTakenOnce() throws IOException {
    Path file = folder.resolve(".lock");
    try (FileLock lock = FileLock.tryLock(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(FileLock.tryLock(file)).isEmpty();
      assertThat(file).exists();
    }
    assertThat(file).doesNotExist();
  }

  /** The file goes with each owner, so that some lock a file that another is just removing. */
  @Test
  void neverHasTwoOwners() throws InterruptedException {
    Path file = folder.resolve(".lock");
    AtomicInteger owners = new AtomicInteger();
    AtomicInteger twice = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(i -> new Thread(() -> takeTurns(file, owners, twice)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(twice).hasValue(0);
    assertThat(file).doesNotExist();
  }

  private static void takeTurns(Path file, AtomicInteger owners, AtomicInteger twice) {
    for (int round = 0; round < ROUNDS; round++) {
      try {
        Optional<FileLock> lock = FileLock.tryLock(file);
        if (lock.isPresent()) {
          if (owners.incrementAndGet() > 1) {
            twice.incrementAndGet();
          }
          Thread.onSpinWait();
          owners.decrementAndGet();
          lock.get().close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
