package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.network.FeatureSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
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
record ConvolutionAction(
    String name,
    Buffer from,
    FeatureSize input,
    Buffer to,
    FeatureSize output,
    INDArray kernel,
    @Nullable INDArray bias,
    Window window,
    Direction direction,
    PostOp postOp)
    implements Action {

  /** Which way through the network. */
  enum Direction {
    FORWARD,
    BACKWARD
  }

  /** What happens to a convolution's sums. */
  enum PostOp {
    /** They are written. */
    WRITE,
    /** They are written if positive, else 0. */
    RECTIFY,
    /** They are added to what is there. */
    ADD
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  /** The number of additions and multiplications, each counted. */
  double operations() {
    return 2.0 * kernel.length() * to.elements() / output.channels();
  }

  @Override
  public Step compile(Device device) {
    memory.desc source = Layouts.features(input, from.type());
    memory.desc destination = Layouts.features(output, to.type());
    memory.desc weights =
        Layouts.anyKernel(
            output.channels(), input.channels(), window.height(), window.width(), from.type());
    convolution_forward.primitive_desc description = describe(device, source, weights, destination);
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(dnnl.DNNL_ARG_SRC, device.memory(from, source));
    arguments.put(dnnl.DNNL_ARG_WEIGHTS, packed(device, description.weights_desc()));
    arguments.put(dnnl.DNNL_ARG_DST, device.memory(to, destination));
    if (bias != null) {
      arguments.put(dnnl.DNNL_ARG_BIAS, device.memory(bias, Layouts.vector(output.channels())));
    }
    return device.step(name, description, new convolution_forward(description), arguments);
  }

  private convolution_forward.primitive_desc describe(
      Device device, memory.desc source, memory.desc weights, memory.desc destination) {
    long[] strides = {window.strideY(), window.strideX()};
    long[] before = {window.top(), window.left()};
    long[] after = {window.bottom(), window.right()};
    if (bias == null) {
      return new convolution_forward.primitive_desc(
          device.processor(),
          dnnl.prop_kind.forward_inference,
          dnnl.algorithm.convolution_direct,
          source,
          weights,
          destination,
          strides,
          before,
          after,
          attributes(),
          false);
    }
    return new convolution_forward.primitive_desc(
        device.processor(),
        dnnl.prop_kind.forward_inference,
        dnnl.algorithm.convolution_direct,
        source,
        weights,
        Layouts.vector(output.channels()),
        destination,
        strides,
        before,
        after,
        attributes(),
        false);
  }

  private primitive_attr attributes() {
    post_ops operations = new post_ops();
    switch (postOp) {
      case RECTIFY -> operations.append_eltwise(dnnl.algorithm.eltwise_relu, 0, 0);
      case ADD -> operations.append_sum();
      case WRITE -> {}
    }
    return Device.attributes(operations);
  }

  private memory packed(Device device, memory.desc wanted) {
    PackedKernels kernels = new PackedKernels(device);
    return direction == Direction.FORWARD
        ? kernels.packed(kernel, wanted)
        : kernels.rotated180(kernel, wanted);
  }
}
