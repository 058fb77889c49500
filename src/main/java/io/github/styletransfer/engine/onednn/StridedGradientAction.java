package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.network.FeatureSize;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
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
record StridedGradientAction(
    String name,
    Buffer from,
    FeatureSize output,
    Buffer to,
    FeatureSize input,
    INDArray kernel,
    Window window)
    implements Action {

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public Step compile(Device device) {
    memory.desc source = Layouts.features(input, to.type());
    memory.desc destination = Layouts.features(output, from.type());
    memory.desc weights =
        Layouts.anyKernel(
            output.channels(), input.channels(), window.height(), window.width(), from.type());
    long[] strides = {window.strideY(), window.strideX()};
    long[] before = {window.top(), window.left()};
    long[] after = {window.bottom(), window.right()};
    convolution_forward.primitive_desc forward =
        new convolution_forward.primitive_desc(
            device.processor(),
            dnnl.prop_kind.forward_training,
            dnnl.algorithm.convolution_direct,
            source,
            weights,
            destination,
            strides,
            before,
            after);
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            device.processor(),
            dnnl.algorithm.convolution_direct,
            source,
            weights,
            destination,
            strides,
            before,
            after,
            forward,
            Device.attributes(),
            false);
    return device.step(
        name,
        description,
        new convolution_backward_data(description),
        Map.of(
            dnnl.DNNL_ARG_DIFF_DST, device.memory(from, destination),
            dnnl.DNNL_ARG_WEIGHTS,
                new PackedKernels(device).packed(kernel, description.weights_desc()),
            dnnl.DNNL_ARG_DIFF_SRC, device.memory(to, source)));
  }
}
