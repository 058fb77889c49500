package io.github.styletransfer.patches.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares work out to threads in parts that don't depend on their number, so that the result doesn't
 * either.
 */
public final class Bands implements AutoCloseable {
  /** Rows of a band where it doesn't matter how many. */
  private static final int ROWS = 16;

  private final int threads;
  private final ExecutorService pool;

  /**
   * Starts the threads.
   *
   * @param threads 1 or more; the calling thread is one of them
   */
  public Bands(int threads) {
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              Thread thread = new Thread(task, "patches");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** One of several parts of some work. */
  @FunctionalInterface
  public interface Part {
    /** Does the part of this number, from 0. */
    void run(int part);
  }

  /** Some rows of an image. */
  @FunctionalInterface
  public interface Rows {
    /** Does the rows from the first to the one before the end. */
    void run(int first, int end);
  }

  /** Does all rows, some at a time. Rows must not depend on each other. */
  public void rows(int count, Rows rows) {
    parts(
        (count + ROWS - 1) / ROWS,
        part -> rows.run(part * ROWS, Math.min(count, (part + 1) * ROWS)));
  }

  /**
   * Does all parts, in any order and at the same time; returns when they are done. If one fails,
   * those that aren't begun yet are left out, and what it threw is thrown once the others are done.
   */
  public void parts(int count, Part work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable some =
        () -> {
          try {
            for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
              work.run(part);
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(count);
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) {
      others.add(pool.submit(some));
    }
    some.run();
    others.forEach(Bands::await);
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void await(Future<?> work) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          work.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
