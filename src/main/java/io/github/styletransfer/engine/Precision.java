package io.github.styletransfer.engine;

/** The number format of weights, feature maps and their gradients. */
public enum Precision {
  /** IEEE 754 binary32. */
  FLOAT32,
  /**
   * Eight bits of precision in half the memory. Sums, losses, the image and its gradient stay in
   * float32.
   */
  BFLOAT16
}
