package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient of features from that of their weighted sums over all pixels: the weights (H W) x 1,
 * times a row 1 x C.
 *
 * @param node which sums
 * @param weights its weights
 * @param sums the gradient of the sums, 1 x C, of the type of the features' gradient
 * @param gradient (H W) x C
 * @param add whether the product is added to what is there
 */
public record PixelSumGradientAction(
    Node.PixelSum node, INDArray weights, Buffer sums, Buffer gradient, boolean add)
    implements Action {
  @Override
  public String name() {
    return "sum gradient " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(sums, gradient);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
