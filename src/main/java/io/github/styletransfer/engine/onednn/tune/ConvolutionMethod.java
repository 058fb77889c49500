package io.github.styletransfer.engine.onednn.tune;

/** How a convolution is computed. */
public enum ConvolutionMethod {
  /** By oneDNN's direct kernel. */
  DIRECT,
  /** By Winograd's F(4 x 4, 3 x 3). */
  WINOGRAD
}
