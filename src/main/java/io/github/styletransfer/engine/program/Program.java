package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
}
