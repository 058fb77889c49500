package io.github.styletransfer.preview;

import java.util.concurrent.TimeUnit;

/** Requests that are being answered, other than streams, which last as long as their pages. */
final class OpenRequests {
  private int count;
  private long lastNanos = System.nanoTime();

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    count--;
    lastNanos = System.nanoTime();
    notifyAll();
  }

  /**
   * Waits until there has been no request for some time.
   *
   * @param quietMillis for how long
   * @param mostMillis how long to wait at most
   */
  synchronized void awaitQuiet(long quietMillis, long mostMillis) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      long since = TimeUnit.NANOSECONDS.toMillis(now - Math.max(lastNanos, start));
      long left = mostMillis - TimeUnit.NANOSECONDS.toMillis(now - start);
      if (left <= 0 || (count == 0 && since >= quietMillis)) {
        return;
      }
      wait(count > 0 ? left : Math.min(left, quietMillis - since));
    }
  }
}
