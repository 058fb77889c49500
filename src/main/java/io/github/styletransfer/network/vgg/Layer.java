package io.github.styletransfer.network.vgg;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of a feature network; each takes the output of the one before. */
public sealed interface Layer {
  /** The layer's name, unique in its network, such as {@code conv1_1}. */
  String name();

  /**
   * A convolution with stride 1 and SAME padding, as deep learning has it (a cross-correlation),
   * plus a bias.
   *
   * @param kernel 32-bit floats in c order, [kernel height, kernel width, input channels, output
   *     channels]
   * @param bias 32-bit floats, [output channels]
   */
  record Convolution(String name, INDArray kernel, INDArray bias) implements Layer {}

  /** The rectifier max(0, x). */
  record Relu(String name) implements Layer {}

  /** Pooling of 2 x 2 windows with stride 2 and SAME padding. */
  record Pool(String name) implements Layer {}
}
