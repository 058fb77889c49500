package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of features from that of their Gram matrix: the other features (H W) x K, times a
 * matrix K x C.
 *
 * @param name of the step
 * @param other the features the Gram matrix was formed with
 * @param otherSize their size
 * @param matrix of the type of the features; K x C, or C x K if it is to be transposed
 * @param transposed whether it is
 * @param gradient (H W) x C
 * @param channels C
 * @param sums the gradient of the sums over the pixels, float, which is added to each pixel's; null
 *     for none
 * @param add whether the product is added to what is there
 */
public record GramGradientAction(
    String name,
    Buffer other,
    TensorSize otherSize,
    Buffer matrix,
    boolean transposed,
    Buffer gradient,
    long channels,
    @Nullable Buffer sums,
    boolean add)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return sums == null ? List.of(other, matrix, gradient) : List.of(other, matrix, gradient, sums);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
