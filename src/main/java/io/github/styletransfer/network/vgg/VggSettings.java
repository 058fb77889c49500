package io.github.styletransfer.network.vgg;

/**
 * How VGG-19's layers are taken from its file and computed.
 *
 * @param layout how the kernels are read
 * @param pooling how the pooling layers reduce
 * @param padding what convolutions see beyond the border
 */
public record VggSettings(KernelLayout layout, Pooling pooling, Padding padding) {
  /** As in the original program. */
  public static final VggSettings ORIGINAL =
      new VggSettings(KernelLayout.WH, Pooling.MAX, Padding.ZERO);
}
