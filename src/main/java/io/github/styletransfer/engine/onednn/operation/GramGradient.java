package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.GramGradientAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** The gradient of features from that of their Gram matrix. */
final class GramGradient {
  private GramGradient() {}

  static Step step(Device device, GramGradientAction action) {
    String name = action.name();
    Buffer other = action.other();
    TensorSize otherSize = action.otherSize();
    Buffer matrix = action.matrix();
    boolean transposed = action.transposed();
    Buffer gradient = action.gradient();
    long channels = action.channels();
    boolean add = action.add();

    long pixels = otherSize.height() * otherSize.width();
    long inner = otherSize.channels();
    memory.desc left = Layouts.matrix(pixels, inner, other.type());
    memory.desc right =
        transposed
            ? Layouts.transposed(channels, inner, matrix.type())
            : Layouts.matrix(inner, channels, matrix.type());
    memory.desc product = Layouts.matrix(pixels, channels, gradient.type());
    post_ops operations = new post_ops();
    if (add) {
      operations.append_sum();
    }
    Map<Integer, memory> arguments = new HashMap<>();
    arguments.put(dnnl.DNNL_ARG_SRC, device.memory(other, left));
    arguments.put(dnnl.DNNL_ARG_WEIGHTS, device.memory(matrix, right));
    arguments.put(dnnl.DNNL_ARG_DST, device.memory(gradient, product));
    Buffer sums = action.sums();
    primitive_attr attributes = Device.attributes(operations);
    if (sums == null) {
      matmul.primitive_desc description =
          new matmul.primitive_desc(device.processor(), left, right, product, attributes, false);
      return device.step(name, description, new matmul(description), arguments);
    }
    memory.desc bias = Layouts.matrix(1, channels, sums.type());
    arguments.put(dnnl.DNNL_ARG_BIAS, device.memory(sums, bias));
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), left, right, bias, product, attributes, false);
    return device.step(name, description, new matmul(description), arguments);
  }
}
