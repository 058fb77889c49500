package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import java.util.function.ToLongFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a process takes beside a plan's arena. */
final class Footprint {
  /** Java, its heap, the native libraries and the code of the primitives; measured. */
  private static final long FIXED_BYTES = 300L << 20;

  /** What a run's Java objects and primitives take more than those for targets; measured. */
  private static final long ITERATIONS_BYTES = 50L << 20;

  /** The image and its gradient as the optimiser has them, and in Java while they are written. */
  private static final int COPIES_OF_THE_IMAGE = 4;

  private Footprint() {}

  /** Bytes beside a loss plan's arena, without the optimiser's state. */
  static long around(Program program, Precision precision) {
    long targets =
        program.terms().stream()
            .filter(LossTerm.FeatureError.class::isInstance)
            .mapToLong(term -> ((LossTerm.FeatureError) term).features().size().elements())
            .sum();
    return ofAny(program, targets)
        + ITERATIONS_BYTES
        + kernels(program, kernel -> forward(kernel, precision) + backward(kernel, precision));
  }

  /** Bytes beside a target plan's arena. */
  static long ofTargets(Program program, Precision precision) {
    long targets =
        program.tensors().values().stream().mapToLong(tensor -> tensor.size().elements()).sum();
    return ofAny(program, targets) + kernels(program, kernel -> forward(kernel, precision));
  }

  private static long ofAny(Program program, long targets) {
    return FIXED_BYTES
        + kernels(program, kernel -> kernel.length() * Float.BYTES)
        + targets * Float.BYTES
        + COPIES_OF_THE_IMAGE * program.image().size().elements() * Float.BYTES;
  }

  private static long kernels(Program program, ToLongFunction<INDArray> bytes) {
    return program.nodes().stream()
        .filter(Node.Convolution.class::isInstance)
        .map(node -> ((Node.Convolution) node).kernel())
        .mapToLong(bytes)
        .sum();
  }

  /** The kernel as the convolution has it, by the method that takes more. */
  private static long forward(INDArray kernel, Precision precision) {
    return packed(kernel, kernel.size(2), kernel.size(3), precision);
  }

  /** The kernel as the convolution's gradient has it. */
  private static long backward(INDArray kernel, Precision precision) {
    return packed(kernel, kernel.size(3), kernel.size(2), precision);
  }

  private static long packed(INDArray kernel, long in, long out, Precision precision) {
    if (Math.min(in, out) < MethodChoice.FEWEST_CHANNELS) {
      return kernel.length() * (precision == Precision.BFLOAT16 ? Short.BYTES : Float.BYTES);
    }
    return Float.BYTES * WinogradSplit.kept(in, out);
  }
}
