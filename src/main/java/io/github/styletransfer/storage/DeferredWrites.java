package io.github.styletransfer.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files now or, when a disk is full or unavailable, later: what can't be written is kept in
 * memory and tried again. Not for use by several threads at once.
 */
public final class DeferredWrites {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredWrites.class);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 500;

  private final LongSupplier nanoClock;
  private final Map<Path, Write> waiting = new LinkedHashMap<>();
  private long lastAttempt;

  /** How a file is written. */
  @FunctionalInterface
  public interface Write {
    /**
     * Writes it.
     *
     * @throws IOException if that fails; it may be tried again then
     */
    void run() throws IOException;
  }

  /**
   * Has nothing to write yet.
   *
   * @param nanoClock a clock that counts nanoseconds
   */
  public DeferredWrites(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /**
   * Writes a file if it can be written, else keeps it for later.
   *
   * @param file for the log; an earlier write to it that still waits is dropped
   * @return whether it was written
   */
  public boolean write(Path file, Write write) {
    waiting.remove(file);
    try {
      write.run();
      return true;
    } catch (IOException e) {
      LOG.warn(
          "{} can't be written at the moment ({}): it is kept in memory, and the program will try"
              + " again later",
          file,
          FileFaults.inWords(e.getCause() instanceof IOException reason ? reason : e));
      waiting.put(file, write);
      lastAttempt = nanoClock.getAsLong();
      return false;
    }
  }

  /** Whether nothing waits to be written. */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Tries what waits, if the last attempt was some seconds ago. */
  public void retry() {
    if (!waiting.isEmpty() && nanoClock.getAsLong() - lastAttempt >= RETRY.toNanos()) {
      attempt();
    }
  }

  private void attempt() {
    lastAttempt = nanoClock.getAsLong();
    Iterator<Map.Entry<Path, Write>> entries = waiting.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Path, Write> entry = entries.next();
      try {
        entry.getValue().run();
        LOG.info("{} has now been written", entry.getKey());
        entries.remove();
      } catch (IOException e) {
        LOG.debug("{} still can't be written", entry.getKey(), e);
      }
    }
  }

  /**
   * Tries what waits until all is written.
   *
   * @param patience how long to try
   * @return the files that are missing; they don't wait any more
   */
  public List<Path> finish(Duration patience) {
    long start = nanoClock.getAsLong();
    attempt();
    while (!waiting.isEmpty() && nanoClock.getAsLong() - start < patience.toNanos()) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      attempt();
    }
    List<Path> missing = new ArrayList<>(waiting.keySet());
    waiting.clear();
    return missing;
  }
}
