package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;

/** What a process takes beside a plan's arena. */
final class Footprint {
  /** Java, its heap, the native libraries and the code of the primitives; measured. */
  private static final long FIXED_BYTES = 300L << 20;

  /** The image and its gradient as the optimiser has them, and in Java while they are written. */
  private static final int COPIES_OF_THE_IMAGE = 4;

  private Footprint() {}

  /** Bytes, without the optimiser's state. */
  static long around(Program program, Precision precision) {
    long element = precision == Precision.FLOAT32 ? Float.BYTES : Short.BYTES;
    long kernels =
        program.nodes().stream()
            .filter(Node.Convolution.class::isInstance)
            .mapToLong(node -> ((Node.Convolution) node).kernel().length())
            .sum();
    long targets =
        program.terms().stream()
            .filter(LossTerm.FeatureError.class::isInstance)
            .mapToLong(term -> ((LossTerm.FeatureError) term).features().size().elements())
            .sum();
    return FIXED_BYTES
        + kernels * (Float.BYTES + 2 * element)
        + targets * Float.BYTES
        + COPIES_OF_THE_IMAGE * program.image().size().elements() * Float.BYTES;
  }
}
