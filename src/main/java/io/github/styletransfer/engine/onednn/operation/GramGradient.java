package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.GramGradientAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;

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
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), left, right, product, Device.attributes(operations), false);
    return device.step(
        name,
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, device.memory(other, left),
            dnnl.DNNL_ARG_WEIGHTS, device.memory(matrix, right),
            dnnl.DNNL_ARG_DST, device.memory(gradient, product)));
  }
}
