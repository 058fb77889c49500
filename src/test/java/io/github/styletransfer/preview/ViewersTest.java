package io.github.styletransfer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewersTest {
  private static final long FOR_EVER = TimeUnit.DAYS.toMillis(1);
  private static final long A_MOMENT = 50;

  private final Viewers viewers = new Viewers();

  @Test
  void theWaitEndsWhenTheLastPageHasGone() {
    viewers.came();
    viewers.came();
    CompletableFuture<Void> wait = await(A_MOMENT);
    viewers.went();
    assertThat(isStillWaiting(wait)).isTrue();
    viewers.went();

    wait.join();
  }

  @Test
  void aPageThatIsLoadedAgainIsNotGone() {
    viewers.came();
    CompletableFuture<Void> wait = await(FOR_EVER);
    viewers.went();
    viewers.came();

    assertThat(isStillWaiting(wait)).isTrue();
    viewers.dismiss();
    wait.join();
  }

  @Test
  void withoutAPageTheWaitIsForOne() {
    CompletableFuture<Void> wait = await(A_MOMENT);
    assertThat(isStillWaiting(wait)).isTrue();
    viewers.came();
    viewers.went();

    wait.join();
  }

  @Test
  void aPageThatWasClosedDuringTheRunDoesNotEndTheWait() {
    viewers.came();
    viewers.went();
    viewers.runEnded();
    CompletableFuture<Void> wait = await(A_MOMENT);

    assertThat(isStillWaiting(wait)).isTrue();
    viewers.dismiss();
    wait.join();
  }

  @Test
  void aPageThatWasClosedAfterTheRunEndsTheWaitThatBeginsLater() {
    viewers.came();
    viewers.runEnded();
    viewers.went();

    await(A_MOMENT).join();
  }

  @Test
  void oneMayBeDismissedBeforeTheWaitAndWhilePagesAreOpen() {
    viewers.came();
    viewers.dismiss();

    await(FOR_EVER).join();
  }

  private CompletableFuture<Void> await(long graceMillis) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            viewers.awaitEnd(graceMillis);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static boolean isStillWaiting(CompletableFuture<Void> wait) {
    try {
      wait.get(4 * A_MOMENT, TimeUnit.MILLISECONDS);
      return false;
    } catch (java.util.concurrent.TimeoutException e) {
      return true;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
