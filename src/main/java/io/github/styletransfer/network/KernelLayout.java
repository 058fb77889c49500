package io.github.styletransfer.network;

/** How the spatial axes of the file's kernels are understood. */
public enum KernelLayout {
  /**
   * First axis width: the kernels are transposed to height x width. The original program does so;
   * the file has height first, so that every filter is mirrored at its diagonal.
   */
  WH,
  /** First axis height: the kernels are as the network was trained. */
  HW
}
