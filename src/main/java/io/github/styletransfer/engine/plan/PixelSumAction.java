package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;

/**
 * The sums of features over all pixels, each times its weight.
 *
 * @param node which ones
 * @param features (H W) x C
 * @param sums receives them, float
 */
public record PixelSumAction(Node.PixelSum node, Buffer features, Buffer sums) implements Action {
  @Override
  public String name() {
    return "sum " + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(features, sums);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
