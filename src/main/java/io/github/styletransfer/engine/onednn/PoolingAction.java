package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;

/**
 * Pooling, forward or backward.
 *
 * @param node the layer
 * @param input the input, or backward its gradient, which is written
 * @param output what is written, or backward the output's gradient
 * @param choices which element of each window was the largest; null if it isn't the maximum that is
 *     taken, or nobody will ask
 * @param backward whether the input's gradient is wanted
 */
record PoolingAction(
    Node.Pooling node, Buffer input, Buffer output, @Nullable Buffer choices, boolean backward)
    implements Action {
  private static final long[] NO_DILATION = {0, 0};

  @Override
  public String name() {
    return (backward ? "pool gradient " : "pool ") + node.output().name();
  }

  @Override
  public List<Buffer> buffers() {
    return choices == null ? List.of(input, output) : List.of(input, output, choices);
  }

  @Override
  public Step compile(Device device) {
    memory.desc source = Layouts.features(node.input().size(), input.type());
    memory.desc destination = Layouts.features(node.output().size(), output.type());
    Window window = node.window();
    long[] strides = {window.strideY(), window.strideX()};
    long[] kernel = {window.height(), window.width()};
    long[] before = {window.top(), window.left()};
    long[] after = {window.bottom(), window.right()};
    dnnl.algorithm kind =
        node.max() ? dnnl.algorithm.pooling_max : dnnl.algorithm.pooling_avg_exclude_padding;
    boolean training = backward || choices != null;
    pooling_forward.primitive_desc forward =
        new pooling_forward.primitive_desc(
            device.processor(),
            training ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference,
            kind,
            source,
            destination,
            strides,
            kernel,
            NO_DILATION,
            before,
            after,
            Device.attributes(),
            false);
    Map<Integer, memory> arguments = new HashMap<>();
    if (choices != null) {
      arguments.put(dnnl.DNNL_ARG_WORKSPACE, device.memory(choices, forward.workspace_desc()));
    }
    if (!backward) {
      arguments.put(dnnl.DNNL_ARG_SRC, device.memory(input, source));
      arguments.put(dnnl.DNNL_ARG_DST, device.memory(output, destination));
      return device.step(name(), forward, new pooling_forward(forward), arguments);
    }
    pooling_backward.primitive_desc description =
        new pooling_backward.primitive_desc(
            device.processor(),
            kind,
            source,
            destination,
            strides,
            kernel,
            NO_DILATION,
            before,
            after,
            forward,
            Device.attributes(),
            false);
    arguments.put(dnnl.DNNL_ARG_DIFF_SRC, device.memory(input, source));
    arguments.put(dnnl.DNNL_ARG_DIFF_DST, device.memory(output, destination));
    return device.step(name(), description, new pooling_backward(description), arguments);
  }
}
