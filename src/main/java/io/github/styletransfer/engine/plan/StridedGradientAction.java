package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient of the input of a convolution whose stride isn't 1.
 *
 * @param name of the step
 * @param from the output's gradient
 * @param output its size
 * @param to receives the input's gradient
 * @param input its size
 * @param kernel float, [kH, kW, in, out]
 * @param window the forward convolution's
 */
public record StridedGradientAction(
    String name,
    Buffer from,
    TensorSize output,
    Buffer to,
    TensorSize input,
    INDArray kernel,
    Window window)
    implements Action {

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
