package io.github.styletransfer.descent;

import io.github.styletransfer.image.RgbImage;

/** What the optimisation starts from. */
public sealed interface InitialImage {
  /**
   * Independent normal noise of standard deviation 0.256 around the mean pixel, in grey levels, as
   * in the original program.
   *
   * @param seed the same seed gives the same noise
   */
  record Noise(long seed) implements InitialImage {
    @Override
    public String toString() {
      return "noise with seed " + seed;
    }
  }

  /** The content image. */
  record Content() implements InitialImage {
    @Override
    public String toString() {
      return "the content image";
    }
  }

  /** The style image, resized to the content image's size. */
  record Style() implements InitialImage {
    @Override
    public String toString() {
      return "the style image";
    }
  }

  /**
   * An image of its own, resized to the content image's size.
   *
   * @param image any size
   */
  record Given(RgbImage image) implements InitialImage {}
}
