package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.PackedKernels;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.device.WindowArrays;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolutions by oneDNN's direct kernel.
 *
 * @param device the processor
 * @param action what is computed
 */
record Convolution(Device device, ConvolutionAction action) {
  Step step() {
    memory.desc source = Layouts.features(action.input(), action.from().type());
    memory.desc destination = Layouts.features(action.output(), action.to().type());
    memory.desc weights =
        Layouts.anyKernel(
            action.output().channels(),
            action.input().channels(),
            action.window().height(),
            action.window().width(),
            action.from().type());
    convolution_forward.primitive_desc description = describe(source, weights, destination);
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(dnnl.DNNL_ARG_SRC, device.memory(action.from(), source));
    arguments.put(
        dnnl.DNNL_ARG_WEIGHTS,
        new PackedKernels(device)
            .packed(action.kernel(), action.direction(), description.weights_desc()));
    arguments.put(dnnl.DNNL_ARG_DST, device.memory(action.to(), destination));
    INDArray bias = action.bias();
    if (bias != null) {
      arguments.put(
          dnnl.DNNL_ARG_BIAS, device.memory(bias, Layouts.vector(action.output().channels())));
    }
    return device.step(action.name(), description, new convolution_forward(description), arguments);
  }

  private convolution_forward.primitive_desc describe(
      memory.desc source, memory.desc weights, memory.desc destination) {
    WindowArrays window = new WindowArrays(action.window());
    if (action.bias() == null) {
      return new convolution_forward.primitive_desc(
          device.processor(),
          dnnl.prop_kind.forward_inference,
          dnnl.algorithm.convolution_direct,
          source,
          weights,
          destination,
          window.strides(),
          window.before(),
          window.after(),
          attributes(),
          false);
    }
    return new convolution_forward.primitive_desc(
        device.processor(),
        dnnl.prop_kind.forward_inference,
        dnnl.algorithm.convolution_direct,
        source,
        weights,
        Layouts.vector(action.output().channels()),
        destination,
        window.strides(),
        window.before(),
        window.after(),
        attributes(),
        false);
  }

  private primitive_attr attributes() {
    post_ops operations = new post_ops();
    switch (action.postOp()) {
      case RECTIFY -> operations.append_eltwise(dnnl.algorithm.eltwise_relu, 0, 0);
      case ADD -> operations.append_sum();
      case WRITE -> {}
    }
    return Device.attributes(operations);
  }
}
