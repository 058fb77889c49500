package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.PixelSumAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Sums over pixels: a row of ones, times the features. */
final class PixelSum {
  private PixelSum() {}

  static Step step(Device device, PixelSumAction action) {
    TensorSize size = action.node().input().size();
    memory.desc left = Layouts.matrix(1, size.pixels(), action.features().type());
    memory.desc right = Layouts.matrix(size.pixels(), size.channels(), action.features().type());
    memory.desc product = Layouts.matrix(1, size.channels(), action.sums().type());
    memory ones = device.memory(left);
    device.reorder(
        device.memory(
            Nd4j.ones(DataType.FLOAT, size.pixels()),
            Layouts.matrix(1, size.pixels(), ElementType.FLOAT32)),
        ones);
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), left, right, product, Device.attributes(), false);
    return device.step(
        action.name(),
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, ones,
            dnnl.DNNL_ARG_WEIGHTS, device.memory(action.features(), right),
            dnnl.DNNL_ARG_DST, device.memory(action.sums(), product)));
  }
}
