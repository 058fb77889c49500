package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.device.WindowArrays;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.PoolingAction;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Window;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;

/** Pooling layers, forward and backward. */
final class Pooling {
  private static final long[] NO_DILATION = {0, 0};

  private Pooling() {}

  static Step step(Device device, PoolingAction action) {
    Node.Pooling node = action.node();
    Buffer input = action.input();
    Buffer output = action.output();
    @Nullable Buffer choices = action.choices();
    boolean backward = action.backward();

    memory.desc source = Layouts.features(node.input().size(), input.type());
    memory.desc destination = Layouts.features(node.output().size(), output.type());
    Window window = node.window();
    WindowArrays arrays = new WindowArrays(window);
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
            arrays.strides(),
            arrays.size(),
            NO_DILATION,
            arrays.before(),
            arrays.after(),
            Device.attributes(),
            false);
    Map<Integer, memory> arguments = new HashMap<>();
    if (choices != null) {
      arguments.put(dnnl.DNNL_ARG_WORKSPACE, device.memory(choices, forward.workspace_desc()));
    }
    if (!backward) {
      arguments.put(dnnl.DNNL_ARG_SRC, device.memory(input, source));
      arguments.put(dnnl.DNNL_ARG_DST, device.memory(output, destination));
      return device.step(action.name(), forward, new pooling_forward(forward), arguments);
    }
    pooling_backward.primitive_desc description =
        new pooling_backward.primitive_desc(
            device.processor(),
            kind,
            source,
            destination,
            arrays.strides(),
            arrays.size(),
            NO_DILATION,
            arrays.before(),
            arrays.after(),
            forward,
            Device.attributes(),
            false);
    arguments.put(dnnl.DNNL_ARG_DIFF_SRC, device.memory(input, source));
    arguments.put(dnnl.DNNL_ARG_DIFF_DST, device.memory(output, destination));
    return device.step(action.name(), description, new pooling_backward(description), arguments);
  }
}
