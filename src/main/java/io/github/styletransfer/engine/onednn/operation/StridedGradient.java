package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.PackedKernels;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.device.WindowArrays;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.StridedGradientAction;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of the input of a convolution that moves by several pixels. */
final class StridedGradient {
  private StridedGradient() {}

  static Step step(Device device, StridedGradientAction action) {
    String name = action.name();
    Buffer from = action.from();
    TensorSize output = action.output();
    Buffer to = action.to();
    TensorSize input = action.input();
    INDArray kernel = action.kernel();
    Window window = action.window();

    memory.desc source = Layouts.features(input, to.type());
    memory.desc destination = Layouts.features(output, from.type());
    memory.desc weights =
        Layouts.anyKernel(
            output.channels(), input.channels(), window.height(), window.width(), from.type());
    WindowArrays arrays = new WindowArrays(window);
    convolution_forward.primitive_desc forward =
        new convolution_forward.primitive_desc(
            device.processor(),
            dnnl.prop_kind.forward_training,
            dnnl.algorithm.convolution_direct,
            source,
            weights,
            destination,
            arrays.strides(),
            arrays.before(),
            arrays.after());
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            device.processor(),
            dnnl.algorithm.convolution_direct,
            source,
            weights,
            destination,
            arrays.strides(),
            arrays.before(),
            arrays.after(),
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
