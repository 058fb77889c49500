package io.github.styletransfer.engine.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A graph that the reader refuses, for one thing in it.
 *
 * @param what is in it
 * @param message what is said of it
 * @param addition adds it to a graph, and gives what is asked for
 */
record Refusal(String what, String message, Function<SmallGraph, SDVariable> addition) {
  /** The name of the variable that is asked for. */
  static final String OUT = "out";

  void check() {
    SmallGraph graph = SmallGraph.create();
    check(graph, addition.apply(graph).name(), message);
  }

  static void check(SmallGraph graph, String output, String message) {
    assertThatThrownBy(() -> graph.read(output))
        .isInstanceOf(UnsupportedGraphException.class)
        .hasMessage(message);
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return what;
  }
}
