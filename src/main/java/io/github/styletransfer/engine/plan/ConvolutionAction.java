package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution: the forward one, or the one that gives the gradient of a dense convolution's input
 * from its output's, with the kernel rotated by 180 degrees.
 *
 * @param name of the step
 * @param from what is convolved
 * @param input its size
 * @param to what is written
 * @param output its size
 * @param kernel float, [kH, kW, in, out] of the forward convolution
 * @param bias float, [out]; null for none
 * @param window the kernel's size, stride and padding
 * @param direction forward or backward
 * @param postOp what happens to the sums
 */
public record ConvolutionAction(
    String name,
    Buffer from,
    TensorSize input,
    Buffer to,
    TensorSize output,
    INDArray kernel,
    @Nullable INDArray bias,
    Window window,
    Direction direction,
    PostOp postOp)
    implements Action {

  /** Which way through the network. */
  public enum Direction {
    /** From the image down. */
    FORWARD,
    /** From the losses up. */
    BACKWARD
  }

  /** What happens to a convolution's sums. */
  public enum PostOp {
    /** They are written. */
    WRITE,
    /** They are written if positive, else 0. */
    RECTIFY,
    /** They are added to what is there. */
    ADD
  }

  /** The same, of an input that has the window's padding already. */
  ConvolutionAction ofBordered(Buffer bordered) {
    return new ConvolutionAction(
        name,
        bordered,
        BorderAction.bordered(input, window),
        to,
        output,
        kernel,
        bias,
        new Window(window.height(), window.width(), window.strideY(), window.strideX(), 0, 0, 0, 0),
        direction,
        postOp);
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  /** The number of additions and multiplications, each counted. */
  public double operations() {
    return 2.0 * kernel.length() * to.elements() / output.channels();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
