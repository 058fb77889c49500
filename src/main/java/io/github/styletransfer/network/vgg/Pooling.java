package io.github.styletransfer.network.vgg;

/** How VGG-19's pooling layers reduce each 2 x 2 window, stride 2, SAME padding. */
public enum Pooling {
  /** The largest value of the window, as VGG-19 was trained. */
  MAX,
  /** The mean of the window's values; padding does not count in the divisor. */
  AVG
}
