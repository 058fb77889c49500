package io.github.styletransfer.preview;

import java.util.concurrent.TimeUnit;

/** The pages that are open. */
final class Viewers {
  private int open;
  private boolean everSeen;
  private boolean seen;
  private boolean dismissed;

  synchronized void came() {
    open++;
    everSeen = true;
    seen = true;
    notifyAll();
  }

  synchronized void went() {
    open--;
    notifyAll();
  }

  synchronized boolean isAny() {
    return open > 0;
  }

  /** Whether there has been one. */
  synchronized boolean hasBeen() {
    return everSeen;
  }

  /** From now on it counts whether one has been there. */
  synchronized void runEnded() {
    seen = open > 0;
  }

  /** Nobody wants to look any more. */
  synchronized void dismiss() {
    dismissed = true;
    notifyAll();
  }

  /**
   * Waits until they are dismissed, or all are closed and none has come back for some time. If none
   * has been there since the run's end, it waits for one.
   *
   * @param graceMillis how long a page may take to be loaded again
   */
  synchronized void awaitEnd(long graceMillis) throws InterruptedException {
    while (!dismissed) {
      if (open > 0 || !seen) {
        wait();
      } else if (isDeserted(graceMillis)) {
        return;
      }
    }
  }

  private synchronized boolean isDeserted(long graceMillis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMillis);
    long left = graceMillis;
    while (open == 0 && !dismissed && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return open == 0;
  }
}
