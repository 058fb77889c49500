package io.github.styletransfer.cli;

import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/** The signals by which a person or the system ends a program. */
interface StopSignals {
  /**
   * Takes the signals until the listener is closed.
   *
   * @param onSignal gets the exit code that goes with the signal, once for each
   */
  Listener listen(IntConsumer onSignal);

  /** Receives signals. */
  interface Listener extends AutoCloseable {
    /** Leaves the signals to what they did before. */
    @Override
    void close();
  }

  /** No signals. */
  static StopSignals none() {
    return onSignal -> () -> {};
  }

  /** Ctrl-C and SIGTERM of this process. */
  static StopSignals ofProcess() {
    return onSignal -> {
      Object interrupt =
          Signals.register("INT", () -> onSignal.accept(ExitCode.INTERRUPTED.code()));
      Object terminate =
          Signals.register("TERM", () -> onSignal.accept(ExitCode.TERMINATED.code()));
      return () -> {
        Signals.unregister("INT", interrupt);
        Signals.unregister("TERM", terminate);
      };
    };
  }
}
