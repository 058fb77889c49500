package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the products of two matrices' elements, and its gradient with respect to the first.
 *
 * @param product which one
 * @param term its position
 * @param tensor float
 * @param other float
 * @param gradient float, added to; null if the first is a constant
 */
public record InnerProductAction(
    LossTerm.InnerProduct product, int term, Buffer tensor, Buffer other, @Nullable Buffer gradient)
    implements Action {
  @Override
  public String name() {
    return "inner product " + product.tensor().name();
  }

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(List.of(tensor, other));
    if (gradient != null) {
      buffers.add(gradient);
    }
    return buffers;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
