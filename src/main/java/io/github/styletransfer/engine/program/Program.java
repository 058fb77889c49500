package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a graph computes.
 *
 * @param image the input, [N, H, W, 3]
 * @param nodes in an order in which they can be computed
 * @param terms the loss terms that the sums refer to
 * @param sums by name, the graph's scalars
 * @param outputs by name, feature maps and Gram matrices that are asked for
 */
public record Program(
    Tensor image,
    List<Node> nodes,
    List<LossTerm> terms,
    Map<String, LossSum> sums,
    Map<String, Tensor> outputs) {
  /**
   * Copies the collections, without the nodes that nothing asked for depends on. Nodes that lead to
   * no further convolution come as early as they can, so that what they take needn't be kept.
   */
  public Program {
    terms = List.copyOf(terms);
    sums = Map.copyOf(sums);
    outputs = Map.copyOf(outputs);
    nodes = early(image, needed(nodes, terms, outputs.values()));
  }

  private static List<Node> needed(
      List<Node> nodes, List<LossTerm> terms, Collection<Tensor> outputs) {
    Set<Tensor> needed = new HashSet<>(outputs);
    terms.forEach(term -> needed.addAll(tensors(term)));
    List<Node> result = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (needed.contains(node.output())) {
        needed.addAll(node.inputs());
        result.add(0, node);
      }
    }
    return result;
  }

  private static List<Tensor> tensors(LossTerm term) {
    return term instanceof LossTerm.InnerProduct product
        ? List.of(product.tensor(), product.other())
        : List.of(term.tensor());
  }

  private static List<Node> early(Tensor image, List<Node> nodes) {
    Set<Tensor> leading = new HashSet<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node instanceof Node.Convolution || leading.contains(node.output())) {
        leading.add(node.output());
        leading.addAll(node.inputs());
      }
    }
    Set<Tensor> known = new HashSet<>(Set.of(image));
    List<Node> waiting = new ArrayList<>();
    List<Node> result = new ArrayList<>();
    for (Node node : nodes) {
      if (!leading.contains(node.output())) {
        waiting.add(node);
      }
    }
    takeReady(waiting, known, result);
    for (Node node : nodes) {
      if (leading.contains(node.output())) {
        result.add(node);
        known.add(node.output());
        takeReady(waiting, known, result);
      }
    }
    return List.copyOf(result);
  }

  private static void takeReady(List<Node> waiting, Set<Tensor> known, List<Node> result) {
    for (Node node : List.copyOf(waiting)) {
      if (known.containsAll(node.inputs())) {
        waiting.remove(node);
        result.add(node);
        known.add(node.output());
      }
    }
  }

  /** The nodes that take a tensor. */
  public List<Node> users(Tensor tensor) {
    return nodes.stream().filter(node -> node.inputs().contains(tensor)).toList();
  }

  /** The Gram matrix that a tensor is, if it is one. */
  public Optional<Node.Gram> gram(Tensor tensor) {
    return nodes.stream()
        .filter(Node.Gram.class::isInstance)
        .map(Node.Gram.class::cast)
        .filter(node -> node.output().equals(tensor))
        .findFirst();
  }

  /** Whether a tensor is a matrix, not an image or feature maps. */
  public boolean isMatrix(Tensor tensor) {
    return nodes.stream()
        .filter(node -> node.output().equals(tensor))
        .anyMatch(
            node ->
                node instanceof Node.Gram
                    || node instanceof Node.PixelSum
                    || node instanceof Node.Matrix);
  }

  /** Whether a tensor is a constant for the gradient. */
  public boolean isConstant(Tensor tensor) {
    return nodes.stream()
        .filter(node -> node.output().equals(tensor))
        .anyMatch(node -> node instanceof Node.Matrix matrix && matrix.constant());
  }
}
