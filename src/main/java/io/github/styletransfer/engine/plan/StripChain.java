package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A network whose layers follow one after the other, so that an image can go through it strip by
 * strip: convolutions that move by one row, rectifiers, and pooling of 2 x 2 pixels. Gram matrices
 * are sums over rows, and all other losses are on feature maps, or on the image.
 *
 * @param program the whole
 * @param layers from the image on
 */
record StripChain(Program program, List<Node> layers) {
  private static final int POOLED = 2;

  /** Copies the list. */
  StripChain {
    layers = List.copyOf(layers);
  }

  /** The layers of a program; empty if they are no such chain. */
  static Optional<StripChain> of(Program program) {
    List<Node> layers = new ArrayList<>();
    Tensor tensor = program.image();
    List<Node> next = layers(program, tensor);
    while (next.size() == 1) {
      Node layer = next.get(0);
      if (!isByRows(layer)) {
        return Optional.empty();
      }
      layers.add(layer);
      tensor = layer.output();
      next = layers(program, tensor);
    }
    boolean complete =
        next.isEmpty()
            && !layers.isEmpty()
            && layers.size() + sums(program.nodes()).size() == program.nodes().size();
    boolean possible = sums(program.nodes()).stream().allMatch(Node.Gram::isSymmetric);
    StripChain chain = new StripChain(program, layers);
    return complete && possible && program.terms().stream().allMatch(chain::isPossible)
        ? Optional.of(chain)
        : Optional.empty();
  }

  private static List<Node> layers(Program program, Tensor tensor) {
    return program.users(tensor).stream().filter(node -> !(node instanceof Node.Gram)).toList();
  }

  private static List<Node.Gram> sums(Collection<Node> nodes) {
    return nodes.stream().filter(Node.Gram.class::isInstance).map(Node.Gram.class::cast).toList();
  }

  private static boolean isByRows(Node layer) {
    return layer.accept(
        new Node.Visitor<Boolean>() {
          @Override
          public Boolean visit(Node.Convolution node) {
            return node.window().isDense()
                && !node.window().border().isCopied()
                && node.output().size().height() == node.input().size().height();
          }

          @Override
          public Boolean visit(Node.Rectifier node) {
            return true;
          }

          @Override
          public Boolean visit(Node.Pooling node) {
            long height = node.input().size().height();
            return node.window().height() == POOLED
                && node.window().strideY() == POOLED
                && node.window().top() == 0
                && node.output().size().height() == (height + 1) / POOLED;
          }

          @Override
          public Boolean visit(Node.Concatenation node) {
            return false;
          }

          @Override
          public Boolean visit(Node.Weighting node) {
            return false;
          }

          @Override
          public Boolean visit(Node.Gram node) {
            return false;
          }

          @Override
          public Boolean visit(Node.PixelSum node) {
            return false;
          }

          @Override
          public Boolean visit(Node.Matrix node) {
            return false;
          }
        });
  }

  private boolean isPossible(LossTerm term) {
    return term.accept(
        new LossTerm.Visitor<Boolean>() {
          @Override
          public Boolean visit(LossTerm.GramError error) {
            return true;
          }

          @Override
          public Boolean visit(LossTerm.FeatureError error) {
            return layers.stream().anyMatch(layer -> layer.output().equals(error.tensor()));
          }

          @Override
          public Boolean visit(LossTerm.ShiftError error) {
            return error.tensor().equals(program.image());
          }

          @Override
          public Boolean visit(LossTerm.InnerProduct product) {
            return false;
          }
        });
  }

  /** The image, and the output of each layer. */
  List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>(List.of(program.image()));
    layers.forEach(layer -> tensors.add(layer.output()));
    return tensors;
  }

  /** The Gram matrices of a tensor. */
  List<Node.Gram> sums(Tensor tensor) {
    return sums(program.users(tensor));
  }
}
