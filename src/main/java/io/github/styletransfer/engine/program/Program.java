package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a graph computes.
 *
 * @param image the input, [1, H, W, 3]
 * @param nodes in an order in which they can be computed
 * @param terms the loss terms that the sums refer to
 * @param sums by name, the graph's scalars
 * @param tensors by name, feature maps that are asked for
 * @param grams by name, Gram matrices that are asked for
 */
public record Program(
    Tensor image,
    List<Node> nodes,
    List<LossTerm> terms,
    Map<String, LossSum> sums,
    Map<String, Tensor> tensors,
    Map<String, Gram> grams) {
  /** Copies the collections, without the nodes that nothing asked for depends on. */
  public Program {
    terms = List.copyOf(terms);
    sums = Map.copyOf(sums);
    tensors = Map.copyOf(tensors);
    grams = Map.copyOf(grams);
    nodes = needed(nodes, terms, tensors.values(), grams.values());
  }

  private static List<Node> needed(
      List<Node> nodes, List<LossTerm> terms, Collection<Tensor> tensors, Collection<Gram> grams) {
    Set<Tensor> needed = new HashSet<>(tensors);
    terms.forEach(term -> needed.addAll(term.tensors()));
    for (Gram gram : grams) {
      needed.add(gram.a());
      needed.add(gram.b());
    }
    List<Node> result = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (needed.contains(node.output())) {
        needed.addAll(node.inputs());
        result.add(0, node);
      }
    }
    return List.copyOf(result);
  }

  /** The nodes that take a tensor. */
  public List<Node> users(Tensor tensor) {
    return nodes.stream().filter(node -> node.inputs().contains(tensor)).toList();
  }

  /**
   * The same with an error on each tensor and Gram matrix that is asked for, whose targets are
   * empty: it costs what the losses will cost, but can't be run.
   */
  public Program withErrors() {
    INDArray none = Nd4j.empty(DataType.FLOAT);
    List<LossTerm> errors = new ArrayList<>();
    tensors.values().forEach(tensor -> errors.add(new LossTerm.FeatureError(tensor, none)));
    grams.values().forEach(gram -> errors.add(new LossTerm.GramError(gram, none)));
    return new Program(image, nodes, errors, Map.of(), Map.of(), Map.of());
  }

  /** All terms with weight 1. */
  public LossSum sumOfTerms() {
    LossSum sum = new LossSum(0, Map.of());
    for (int term = 0; term < terms.size(); term++) {
      sum = sum.plus(LossSum.of(term));
    }
    return sum;
  }
}
