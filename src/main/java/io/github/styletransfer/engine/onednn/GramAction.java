package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Gram;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;

/**
 * A Gram matrix without its factor: A^T B.
 *
 * @param gram which one
 * @param a the rows' features, (H W) x C
 * @param b the columns' features
 * @param matrix receives it, float
 */
record GramAction(Gram gram, Buffer a, Buffer b, Buffer matrix) implements Action {
  /** The action that computes a Gram matrix fastest. */
  static Action of(Gram gram, Buffer a, Buffer b, Buffer matrix) {
    return SymmetricGramAction.fits(gram, a)
        ? SymmetricGramAction.of(gram, a, matrix)
        : new GramAction(gram, a, b, matrix);
  }

  @Override
  public String name() {
    return "gram " + gram.name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(a, b, matrix);
  }

  @Override
  public Step compile(Device device) {
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
        name(),
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, device.memory(a, left),
            dnnl.DNNL_ARG_WEIGHTS, device.memory(b, right),
            dnnl.DNNL_ARG_DST, device.memory(matrix, product)));
  }
}
