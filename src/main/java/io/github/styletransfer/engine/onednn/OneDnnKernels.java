package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.gram.SymmetricGram;
import io.github.styletransfer.engine.onednn.tune.ConvolutionMethod;
import io.github.styletransfer.engine.onednn.tune.MethodChoice;
import io.github.styletransfer.engine.onednn.winograd.WinogradConvolution;
import io.github.styletransfer.engine.onednn.winograd.WinogradSplit;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.GramAction;
import io.github.styletransfer.engine.plan.Kernels;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The kernels that are used with oneDNN: its own, and those that are faster.
 *
 * @param precision of feature maps
 * @param methods how convolutions are computed
 */
record OneDnnKernels(Precision precision, MethodChoice methods) implements Kernels {
  private static final long PROCESS_BYTES = 300L << 20;

  /** Java objects and primitives, beyond those for targets. */
  private static final long ITERATION_BYTES = 50L << 20;

  @Override
  public Action convolution(ConvolutionAction wanted) {
    return WinogradConvolution.fits(wanted) && methods.of(wanted) == ConvolutionMethod.WINOGRAD
        ? WinogradConvolution.action(wanted)
        : wanted;
  }

  @Override
  public Action gram(GramAction wanted) {
    return SymmetricGram.fits(wanted) ? SymmetricGram.action(wanted) : wanted;
  }

  @Override
  public long keptBytes(INDArray kernel, long in, long out) {
    if (Math.min(in, out) < MethodChoice.FEWEST_CHANNELS) {
      return kernel.length() * (precision == Precision.BFLOAT16 ? Short.BYTES : Float.BYTES);
    }
    return Float.BYTES * WinogradSplit.kept(in, out);
  }

  /** The code of the primitives included. */
  @Override
  public long processBytes() {
    return PROCESS_BYTES;
  }

  @Override
  public long iterationBytes() {
    return ITERATION_BYTES;
  }
}
