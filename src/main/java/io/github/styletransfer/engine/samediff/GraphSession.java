package io.github.styletransfer.engine.samediff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;
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
    private final Map<Set<String>, List<String>> inOrder = new HashMap<>();

    Session(SameDiff graph) {
      super(graph);
    }

    /**
     * The library's own walk to what the outputs depend on visits a variable by each of its ways to
     * an output, of which a deep graph has exponentially many. Here each comes after all that it
     * depends on, where the walk ends at once.
     */
    @Override
    protected void initSubgraph(Set<String> outputs) {
      for (String variable : inOrder.computeIfAbsent(Set.copyOf(outputs), this::needed)) {
        super.initSubgraph(Set.of(variable));
      }
    }

    /** All variables that some depend on, each after those that it depends on itself. */
    private List<String> needed(Set<String> outputs) {
      Set<String> done = new LinkedHashSet<>();
      Set<String> begun = new HashSet<>();
      Deque<String> stack = new ArrayDeque<>(outputs);
      while (!stack.isEmpty()) {
        String variable = stack.peek();
        if (begun.add(variable)) {
          inputs(variable).stream().filter(input -> !begun.contains(input)).forEach(stack::push);
        } else {
          done.add(stack.pop());
        }
      }
      return List.copyOf(done);
    }

    private List<String> inputs(String variable) {
      Variable entry = sameDiff.getVariables().get(variable);
      SameDiffOp operation =
          entry == null || entry.getOutputOfOp() == null
              ? null
              : sameDiff.getOps().get(entry.getOutputOfOp());
      return operation == null || operation.getInputsToOp() == null
          ? List.of()
          : operation.getInputsToOp();
    }

    void forgetFreedArrays() {
      freedArrays.clear();
    }
  }
}
