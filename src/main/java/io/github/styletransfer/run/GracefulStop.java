package io.github.styletransfer.run;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a run end by itself at the first signal, and ends the process at the second, or at the first
 * while there is nothing to save yet. A closing window may send its signal several times, to
 * several processes, so SIGHUP never counts as the second.
 */
public final class GracefulStop implements IntConsumer, TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  private final StopRequest request = new StopRequest();
  private final AtomicInteger firstCode = new AtomicInteger();
  private final AtomicBoolean told = new AtomicBoolean();
  private final IntConsumer exit;
  private volatile boolean begun;
  private volatile boolean signalled;

  /**
   * Waits for signals.
   *
   * @param exit ends the process with an exit code
   */
  public GracefulStop(IntConsumer exit) {
    this.exit = exit;
  }

  StopRequest request() {
    return request;
  }

  /** Whether a run is to end. */
  public boolean isAsked() {
    return request.isRequested();
  }

  /** The exit code that goes with the first signal; 0 if there was none. */
  public int exitCode() {
    return firstCode.get();
  }

  /** From the first iteration on there is something to save. */
  @Override
  public void evaluated(int iteration, Losses losses) {
    begun = true;
  }

  @Override
  public void accept(int code) {
    signalled = true;
    boolean first = firstCode.compareAndSet(0, code);
    boolean again = code != ExitCode.HANGUP.code() && !told.compareAndSet(false, true);
    if (first) {
      request.request();
    }
    if (first && begun) {
      LOG.info("Stopping after this iteration; a second Ctrl-C ends the run at once");
    } else if (first) {
      LOG.info("Stopped before the first iteration; there is nothing to save");
    }
    if (again || (first && !begun)) {
      exit.accept(code);
    }
  }

  /** Whether a signal has come, whoever was first to ask. */
  boolean isSignalled() {
    return signalled;
  }

  /** Asks as Ctrl-C does, but never ends the process. */
  void ask() {
    if (firstCode.compareAndSet(0, ExitCode.INTERRUPTED.code())) {
      request.request();
      LOG.info("Stopping after this iteration");
    }
  }
}
