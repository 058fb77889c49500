package io.github.styletransfer.cli;

import io.github.styletransfer.transfer.StopRequest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a run end by itself at the first signal, and ends the process at the second. */
final class GracefulStop implements IntConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  private final StopRequest request = new StopRequest();
  private final AtomicInteger firstCode = new AtomicInteger();
  private final IntConsumer exit;

  /**
   * Waits for signals.
   *
   * @param exit ends the process with an exit code
   */
  GracefulStop(IntConsumer exit) {
    this.exit = exit;
  }

  StopRequest request() {
    return request;
  }

  /** The exit code that goes with the first signal; 0 if there was none. */
  int exitCode() {
    return firstCode.get();
  }

  @Override
  public void accept(int code) {
    if (firstCode.compareAndSet(0, code)) {
      request.request();
      LOG.info("Stopping after this iteration; a second time ends at once");
    } else {
      exit.accept(code);
    }
  }

  /** Asks as Ctrl-C does, but never ends the process. */
  void ask() {
    if (!request.isRequested()) {
      accept(ExitCode.INTERRUPTED.code());
    }
  }
}
