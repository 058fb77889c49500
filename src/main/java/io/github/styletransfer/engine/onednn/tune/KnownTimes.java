package io.github.styletransfer.engine.onednn.tune;

import io.github.styletransfer.storage.CachedProperties;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of times that were measured, so that later runs needn't, and choose the same. Processes
 * take turns, or their measurements would disturb each other; the first one's stays.
 */
public final class KnownTimes {
  private static final Logger LOG = LoggerFactory.getLogger(KnownTimes.class);
  private static final long PAUSE_MILLIS = 50;
  private static final int MOST_PAUSES = 400;

  private final Path file;
  private final CachedProperties times;

  /**
   * Reads nothing yet.
   *
   * @param file made when it is first written, with its folder; one that is damaged is made anew
   */
  public KnownTimes(Path file) {
    this.file = file;
    this.times =
        new CachedProperties(
            file, "Times of convolutions, by which style-transfer chooses kernels");
  }

  /**
   * Looks times up, or has them measured and keeps them.
   *
   * @param key what was timed, on which machine
   * @return empty if what isn't known can't be kept
   */
  Optional<MethodTimes> get(String key, Supplier<MethodTimes> measurement) {
    Optional<MethodTimes> known = find(key);
    if (known.isPresent()) {
      return known;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Optional<FileLock> lock = lock();
      if (lock.isEmpty()) {
        LOG.debug("{} is in use all the time", file);
        return Optional.empty();
      }
      try (FileLock held = lock.get()) {
        LOG.trace("{}", held);
        return Optional.of(measure(key, measurement));
      }
    } catch (IOException e) {
      LOG.debug("{} can't be written: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private MethodTimes measure(String key, Supplier<MethodTimes> measurement) throws IOException {
    Optional<MethodTimes> known = find(key);
    if (known.isPresent()) {
      return known.get();
    }
    MethodTimes measured = measurement.get().asKept();
    times.put(key, measured.toString());
    return measured;
  }

  private Optional<FileLock> lock() throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    Optional<FileLock> lock = FileLock.tryLock(lockFile);
    for (int i = 0; lock.isEmpty() && i < MOST_PAUSES; i++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      lock = FileLock.tryLock(lockFile);
    }
    return lock;
  }

  private Optional<MethodTimes> find(String key) {
    return times.get(key).flatMap(MethodTimes::parse);
  }
}
