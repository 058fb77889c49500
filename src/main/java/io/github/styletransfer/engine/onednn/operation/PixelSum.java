package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.PixelSumAction;
import io.github.styletransfer.engine.plan.PixelSumGradientAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sums over pixels: a row of weights, or of ones, times the features; and their gradient. */
final class PixelSum {
  /** A float's 24 bits are three numbers of bfloat16's eight. */
  private static final int BFLOAT16_PARTS = 3;

  private static final int BFLOAT16_BITS = 0xffff0000;

  private PixelSum() {}

  /**
   * Weights stay exact, with features in bfloat16 too: with others, a covariance that is made of
   * these sums and of the sums of products could have negative eigenvalues.
   */
  static Step step(Device device, PixelSumAction action) {
    TensorSize size = action.node().input().size();
    @Nullable INDArray weights = action.node().weights();
    if (weights == null) {
      INDArray ones = Nd4j.ones(DataType.FLOAT, 1, size.pixels());
      return product(device, action, ones, device.memory(action.sums(), sums(1, size)));
    }
    if (action.features().type() == ElementType.FLOAT32) {
      return product(device, action, weights, device.memory(action.sums(), sums(1, size)));
    }
    memory rows = device.memory(sums(BFLOAT16_PARTS, size));
    Step products = product(device, action, parts(weights), rows);
    Step total = total(device, action, rows);
    return new Step(
        action.name(),
        products.kernel(),
        () -> {
          products.work().run();
          total.work().run();
        });
  }

  private static memory.desc sums(long rows, TensorSize size) {
    return Layouts.matrix(rows, size.channels(), ElementType.FLOAT32);
  }

  /** Rows of bfloat16 that add up to the weights. */
  private static INDArray parts(INDArray weights) {
    float[] rest = weights.data().asFloat();
    float[] parts = new float[BFLOAT16_PARTS * rest.length];
    for (int part = 0; part < BFLOAT16_PARTS; part++) {
      for (int i = 0; i < rest.length; i++) {
        float rounded = Float.intBitsToFloat(Float.floatToRawIntBits(rest[i]) & BFLOAT16_BITS);
        parts[part * rest.length + i] = rounded;
        rest[i] -= rounded;
      }
    }
    return Nd4j.create(parts, new long[] {BFLOAT16_PARTS, rest.length}, 'c');
  }

  /** Rows of weights times the features. */
  private static Step product(
      Device device, PixelSumAction action, INDArray weights, memory result) {
    TensorSize size = action.node().input().size();
    ElementType type = action.features().type();
    memory left = copy(device, weights, weights.length() / size.pixels(), size.pixels(), type);
    memory right =
        device.memory(action.features(), Layouts.matrix(size.pixels(), size.channels(), type));
    return product(device, action.name(), left, right, result, Device.attributes());
  }

  private static Step total(Device device, PixelSumAction action, memory rows) {
    memory ones =
        copy(
            device,
            Nd4j.ones(DataType.FLOAT, 1, BFLOAT16_PARTS),
            1,
            BFLOAT16_PARTS,
            ElementType.FLOAT32);
    memory sums = device.memory(action.sums(), sums(1, action.node().input().size()));
    return product(device, action.name(), ones, rows, sums, Device.attributes());
  }

  static Step gradient(Device device, PixelSumGradientAction action) {
    TensorSize size = action.node().input().size();
    ElementType type = action.gradient().type();
    post_ops operations = new post_ops();
    if (action.add()) {
      operations.append_sum();
    }
    return product(
        device,
        action.name(),
        copy(device, action.weights(), size.pixels(), 1, type),
        device.memory(action.sums(), Layouts.matrix(1, size.channels(), type)),
        device.memory(action.gradient(), Layouts.matrix(size.pixels(), size.channels(), type)),
        Device.attributes(operations));
  }

  private static Step product(
      Device device,
      String name,
      memory left,
      memory right,
      memory result,
      primitive_attr attributes) {
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(),
            left.get_desc(),
            right.get_desc(),
            result.get_desc(),
            attributes,
            false);
    return device.step(
        name,
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, left,
            dnnl.DNNL_ARG_WEIGHTS, right,
            dnnl.DNNL_ARG_DST, result));
  }

  /** A copy of weights, in the features' type. */
  private static memory copy(
      Device device, INDArray weights, long rows, long columns, ElementType type) {
    memory copy = device.memory(Layouts.matrix(rows, columns, type));
    device.reorder(
        device.memory(weights, Layouts.matrix(rows, columns, ElementType.FLOAT32)), copy);
    return copy;
  }
}
