package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.network.FeatureSize;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;

/**
 * The gradient of features from that of their Gram matrix: the other features (H W) x K, times a
 * matrix K x C.
 *
 * @param name of the step
 * @param other the features the Gram matrix was formed with
 * @param otherSize their size
 * @param matrix of the type of the features; K x C, or C x K if it is to be transposed
 * @param transposed whether it is
 * @param gradient (H W) x C
 * @param channels C
 * @param add whether the product is added to what is there
 */
record GramGradientAction(
    String name,
    Buffer other,
    FeatureSize otherSize,
    Buffer matrix,
    boolean transposed,
    Buffer gradient,
    long channels,
    boolean add)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(other, matrix, gradient);
  }

  @Override
  public Step compile(Device device) {
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
