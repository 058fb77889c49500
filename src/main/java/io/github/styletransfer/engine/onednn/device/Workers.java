package io.github.styletransfer.engine.onednn.device;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Threads in each of which oneDNN runs by itself, instead of on all processors: the caller's, and
 * others. There are as many as OpenMP has in the thread that makes them.
 */
public final class Workers implements AutoCloseable {
  private final int count = available();
  private final ExecutorService others =
      Executors.newFixedThreadPool(Math.max(1, count - 1), Workers::thread);

  private static Thread thread(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              openMp().setOmpNumThreads(1);
              work.run();
            },
            "convolution");
    thread.setDaemon(true);
    return thread;
  }

  private static NativeOps openMp() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }

  /** How many there would be. */
  public static int available() {
    return openMp().ompGetMaxThreads();
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Does something on one thread; oneDNN's primitives remember how many they were made for. */
  public static <T> T onOneThread(Supplier<T> work) {
    int threads = openMp().ompGetMaxThreads();
    openMp().setOmpNumThreads(1);
    try {
      return work.get();
    } finally {
      openMp().setOmpNumThreads(threads);
    }
  }

  /**
   * Lets each thread do its share, and waits until all are done.
   *
   * @param share gets the thread's number, 0 to count - 1
   */
  public void run(IntConsumer share) {
    List<Future<?>> shares = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int number = i;
      shares.add(others.submit(() -> share.accept(number)));
    }
    try {
      onOneThread(
          () -> {
            share.accept(0);
            return 0;
          });
    } finally {
      shares.forEach(Workers::await);
    }
  }

  private static void await(Future<?> share) {
    try {
      share.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a convolution runs", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a convolution failed", e.getCause());
    }
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
