package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a process takes beside a plan's arena. */
final class Footprint {
  /** Java, its heap, the native libraries and the code of the primitives; measured. */
  private static final long FIXED_BYTES = 300L << 20;

  /** The image and its gradient as the optimiser has them, and in Java while they are written. */
  private static final int COPIES_OF_THE_IMAGE = 4;

  private Footprint() {}

  /** Bytes, without the optimiser's state. */
  static long around(Program program, Precision precision) {
    long kernels =
        program.nodes().stream()
            .filter(Node.Convolution.class::isInstance)
            .mapToLong(node -> kernelBytes((Node.Convolution) node, precision))
            .sum();
    long targets =
        program.terms().stream()
            .filter(LossTerm.FeatureError.class::isInstance)
            .mapToLong(term -> ((LossTerm.FeatureError) term).features().size().elements())
            .sum();
    return FIXED_BYTES
        + kernels
        + targets * Float.BYTES
        + COPIES_OF_THE_IMAGE * program.image().size().elements() * Float.BYTES;
  }

  /** The kernel as it is, and as the convolution and its gradient have it, by either method. */
  private static long kernelBytes(Node.Convolution node, Precision precision) {
    INDArray kernel = node.kernel();
    long plain = kernel.length() * Float.BYTES;
    long in = kernel.size(2);
    long out = kernel.size(3);
    if (Math.min(in, out) < MethodChoice.FEWEST_CHANNELS) {
      return plain
          + 2 * kernel.length() * (precision == Precision.BFLOAT16 ? Short.BYTES : Float.BYTES);
    }
    return plain + Float.BYTES * (WinogradSplit.kept(in, out) + WinogradSplit.kept(out, in));
  }
}
