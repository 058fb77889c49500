package io.github.styletransfer.network.vgg;

/** What VGG-19's convolutions see beyond the border of an image or of feature maps. */
public enum Padding {
  /** Zeros, as VGG-19 was trained; they leave a frame in pictures. */
  ZERO,
  /** The outermost pixels of the image again, and zeros beyond feature maps. */
  REPLICATE_FIRST,
  /** The outermost pixels again, of the image and of all feature maps. */
  REPLICATE,
  /**
   * The pixels beside the outermost ones again, as in a mirror, of the image and of all feature
   * maps. Feature maps of one row or column see that one itself.
   */
  REFLECT
}
