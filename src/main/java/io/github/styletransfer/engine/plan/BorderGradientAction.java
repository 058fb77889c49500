package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds, to the gradient of what a 3 x 3 convolution takes, that of a border of one pixel that is
 * made of its own pixels.
 *
 * @param name of the step
 * @param from the output's gradient
 * @param output its size
 * @param to the input's gradient; added to
 * @param input its size
 * @param kind of the border
 * @param kernel float, [3, 3, in, out]
 * @param mask where it isn't positive, nothing is added; null for none
 */
public record BorderGradientAction(
    String name,
    Buffer from,
    TensorSize output,
    Buffer to,
    TensorSize input,
    BorderKind kind,
    INDArray kernel,
    @Nullable Buffer mask)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(List.of(from, to));
    if (mask != null) {
      buffers.add(mask);
    }
    return buffers;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
