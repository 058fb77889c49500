package io.github.styletransfer.engine.plan;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What an executor has to offer a plan. */
public interface Kernels {
  /** The action by which a convolution is computed: itself, or a faster one. */
  Action convolution(ConvolutionAction wanted);

  /** The action by which a Gram matrix is computed: itself, or a faster one. */
  Action gram(GramAction wanted);

  /**
   * The memory in which a convolution's kernel is kept, by the method that takes most.
   *
   * @param kernel [kH, kW, in, out] of the forward convolution
   * @param in channels that the convolution takes: the forward one, or that of its gradient
   * @param out channels that it gives
   * @return bytes
   */
  long keptBytes(INDArray kernel, long in, long out);

  /** What a process takes for itself: Java, its heap, libraries and code; measured. */
  long processBytes();

  /** What a run's iterations take beside their arrays; measured. */
  long iterationBytes();
}
