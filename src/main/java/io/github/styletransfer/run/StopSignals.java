package io.github.styletransfer.run;

import io.github.styletransfer.job.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/** The signals by which a person or the system ends a program. */
public interface StopSignals {
  /**
   * Handles the signals until the listener is closed.
   *
   * @param onSignal gets the exit code that goes with the signal, once for each
   */
  Listener listen(IntConsumer onSignal);

  /** Ends the process, if these are a process's signals. */
  default void end(int exitCode) {}

  /** Receives signals. */
  interface Listener extends AutoCloseable {
    /** Gives the signals back to their earlier handlers. */
    @Override
    void close();
  }

  /** No signals. */
  static StopSignals none() {
    return onSignal -> () -> {};
  }

  /**
   * Ctrl-C, SIGTERM and SIGHUP of this process. Signals that it was started to ignore, such as
   * SIGHUP under {@code nohup}, stay ignored: Java sees to that.
   */
  static StopSignals ofProcess() {
    return new StopSignals() {
      private final Map<String, ExitCode> codes =
          new TreeMap<>(
              Map.of(
                  "HUP", ExitCode.HANGUP,
                  "INT", ExitCode.INTERRUPTED,
                  "TERM", ExitCode.TERMINATED));

      @Override
      public Listener listen(IntConsumer onSignal) {
        List<Runnable> restore = new ArrayList<>();
        codes.forEach(
            (name, code) -> {
              Object before = Signals.register(name, () -> onSignal.accept(code.code()));
              restore.add(() -> Signals.unregister(name, before));
            });
        return () -> restore.forEach(Runnable::run);
      }

      @Override
      public void end(int exitCode) {
        Runtime.getRuntime().exit(exitCode);
      }
    };
  }
}
