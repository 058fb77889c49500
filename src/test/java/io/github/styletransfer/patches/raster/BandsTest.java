package io.github.styletransfer.patches.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BandsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void doesEachPartOnce(int threads) {
    try (Bands bands = new Bands(threads)) {
      for (int count : new int[] {0, 1, 2, 7, 1000}) {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        bands.parts(count, done::incrementAndGet);

        for (int part = 0; part < count; part++) {
          assertThat(done.get(part)).as("part %s of %s", part, count).isOne();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void doesEachRowOnce(int threads) {
    try (Bands bands = new Bands(threads)) {
      for (int count : new int[] {0, 1, 15, 16, 17, 100}) {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        bands.rows(
            count,
            (first, end) -> {
              for (int row = first; row < end; row++) {
                done.incrementAndGet(row);
              }
            });

        for (int row = 0; row < count; row++) {
          assertThat(done.get(row)).as("row %s of %s", row, count).isOne();
        }
      }
    }
  }

  /** Two parts that wait for each other, and a third thread for the caller's. */
  @Test
  void doesPartsAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    try (Bands bands = new Bands(2)) {
      bands.parts(
          2,
          part -> {
            both.countDown();
            awaitAll(both);
          });
    }

    assertThat(both.getCount()).isZero();
  }

  /** Each of the threads comes to the part that fails, one run or another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void handsOnWhatAPartThrows(int threads) {
    try (Bands bands = new Bands(threads)) {
      for (int failing = 0; failing < 40; failing++) {
        int last = failing;
        RuntimeException failure = new IllegalArgumentException("part " + failing);
        Error error = new StackOverflowError("part " + failing);

        assertThatThrownBy(() -> bands.parts(40, part -> throwAt(part == last, failure)))
            .isSameAs(failure);
        assertThatThrownBy(() -> bands.parts(40, part -> throwAt(part == last, error)))
            .isSameAs(error);
      }
    }
  }

  /** The caller may go on to use what the parts write to. */
  @Test
  void waitsForAllThreadsWhenPartsFail() {
    try (Bands bands = new Bands(4)) {
      for (int round = 0; round < 20; round++) {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4);
        assertThatThrownBy(
                () ->
                    bands.parts(
                        4,
                        part -> {
                          running.incrementAndGet();
                          all.countDown();
                          awaitAll(all);
                          if (part == 3) {
                            pause(20);
                          }
                          running.decrementAndGet();
                          throw new IllegalStateException("part " + part);
                        }))
            .isInstanceOf(IllegalStateException.class);

        assertThat(running).hasValue(0);
      }
    }
  }

  @Test
  void worksAfterAFailure() {
    try (Bands bands = new Bands(3)) {
      assertThatThrownBy(
              () -> bands.parts(9, part -> throwAt(true, new IllegalStateException("all fail"))))
          .hasMessage("all fail");
      AtomicInteger done = new AtomicInteger();
      bands.parts(9, part -> done.incrementAndGet());

      assertThat(done).hasValue(9);
    }
  }

  /** The interrupt is there while the caller waits for the other thread. */
  @Test
  void keepsAnInterruptForTheCaller() {
    Thread caller = Thread.currentThread();
    AtomicBoolean begun = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    try (Bands bands = new Bands(2)) {
      caller.interrupt();
      bands.parts(
          2,
          part -> {
            if (Thread.currentThread() == caller) {
              spinUntil(begun::get);
            } else {
              begun.set(true);
              long end = System.nanoTime() + 50_000_000;
              spinUntil(() -> System.nanoTime() - end > 0);
            }
            done.incrementAndGet();
          });

      assertThat(Thread.interrupted()).isTrue();
      assertThat(done).hasValue(2);
    }
  }

  private static void throwAt(boolean here, Throwable failure) {
    if (!here) {
      return;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Doesn't heed interrupts. */
  private static void spinUntil(BooleanSupplier end) {
    while (!end.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
