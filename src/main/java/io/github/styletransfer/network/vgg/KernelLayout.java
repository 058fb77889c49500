package io.github.styletransfer.network.vgg;

/** How the two spatial axes of the file's kernels are understood. */
public enum KernelLayout {
  /**
   * First axis width: kernels are transposed to height x width (axes 1, 0, 2, 3), as the original
   * program does. The file has height first, so that every filter is mirrored at its diagonal; to
   * equal the original program, this is needed.
   */
  WH,
  /** First axis height: kernels are as the network was trained. */
  HW
}
