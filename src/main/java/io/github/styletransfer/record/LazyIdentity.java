package io.github.styletransfer.record;

import io.github.styletransfer.job.TransferJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A job's identity. Hashing a large network file takes a second, so it is computed when first asked
 * for, on a thread beside the run.
 */
public final class LazyIdentity implements Supplier<JobIdentity> {
  private final CompletableFuture<JobIdentity> future = new CompletableFuture<>();

  private final TransferJob job;
  private final Map<String, String> executor;
  private final InputDigests digests;
  private boolean begun;

  /**
   * Does nothing yet.
   *
   * @param executor what computes, as the method names it
   * @param digests of the job's inputs
   */
  public LazyIdentity(TransferJob job, Map<String, String> executor, InputDigests digests) {
    this.job = job;
    this.executor = executor;
    this.digests = digests;
  }

  /** What computes; known at once. */
  Map<String, String> executor() {
    return executor;
  }

  private synchronized void begin() {
    if (begun) {
      return;
    }
    begun = true;
    Thread thread = new Thread(this::compute, "hashes");
    thread.setDaemon(true);
    thread.start();
  }

  private void compute() {
    try {
      future.complete(JobIdentity.of(job, executor, digests));
    } catch (IOException e) {
      future.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
  }

  /**
   * Waits for it.
   *
   * @throws UncheckedIOException if an input has disappeared since it was read
   */
  @Override
  public JobIdentity get() {
    begin();
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }

  /**
   * Begins to compute it, and then runs an action on that thread, or on this one if it is already
   * known.
   *
   * @return completed when it is done
   */
  CompletableFuture<Void> whenKnown(Consumer<JobIdentity> action) {
    begin();
    return future.thenAccept(action);
  }
}
