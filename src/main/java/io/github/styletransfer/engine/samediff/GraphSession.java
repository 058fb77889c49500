package io.github.styletransfer.engine.samediff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A long-lived session on one graph. The arrays of one run are kept and serve the next, so that
 * repeated runs allocate nothing: a fresh large buffer costs its page faults every time.
 */
final class GraphSession implements AutoCloseable {
  private final Session session;
  private final ArrayPool memory = new ArrayPool();

  GraphSession(SameDiff graph) {
    session = new Session(graph);
    session.setMmgr(memory);
    session.setArrayUseTracker(new ArrayUseTracker<>());
  }

  /**
   * Runs the part of the graph that the outputs need.
   *
   * @return by name, arrays that belong to the caller; give them back with {@link #recycle} or keep
   */
  Map<String, INDArray> run(Map<String, INDArray> placeholders, List<String> outputs) {
    session.forgetFreedArrays();
    return session.output(
        outputs, new HashMap<>(placeholders), null, List.of(), List.of(), At.defaultAt());
  }

  /** Lets the next run reuse an output's memory. */
  void recycle(INDArray output) {
    memory.release(output);
  }

  @Override
  public void close() {
    memory.close();
  }

  /**
   * The library's session remembers the id of every array it ever released; ids are not reused, so
   * a run's record is of no use to the next and would grow without end.
   */
  private static final class Session extends InferenceSession {
    Session(SameDiff graph) {
      super(graph);
    }

    void forgetFreedArrays() {
      freedArrays.clear();
    }
  }
}
