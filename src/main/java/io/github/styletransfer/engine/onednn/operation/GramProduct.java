package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.GramAction;
import io.github.styletransfer.engine.program.Node;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;

/** Gram matrices, as one matrix product. */
final class GramProduct {
  private GramProduct() {}

  static Step step(Device device, GramAction action) {
    Node.Gram gram = action.gram();
    Buffer a = action.a();
    Buffer b = action.b();
    Buffer matrix = action.matrix();

    long rows = gram.a().size().channels();
    long columns = gram.b().size().channels();
    long pixels = gram.a().size().height() * gram.a().size().width();
    memory.desc left = Layouts.transposed(pixels, rows, a.type());
    memory.desc right = Layouts.matrix(pixels, columns, b.type());
    memory.desc product = Layouts.matrix(rows, columns, matrix.type());
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), left, right, product, Device.attributes(), false);
    return device.step(
        action.name(),
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, device.memory(a, left),
            dnnl.DNNL_ARG_WEIGHTS, device.memory(b, right),
            dnnl.DNNL_ARG_DST, device.memory(matrix, product)));
  }
}
