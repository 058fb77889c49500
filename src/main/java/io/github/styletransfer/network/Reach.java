package io.github.styletransfer.network;

/**
 * How far the feature maps of some layers look, in rows of the image.
 *
 * @param subsampling rows of the image from one row of the coarsest feature map to the next
 * @param margin how many rows at the edge of an image the feature maps depend on what lies beyond
 *     it, a multiple of the subsampling
 */
public record Reach(int subsampling, int margin) {
  /** Rounds the margin up. */
  public static Reach of(int subsampling, int margin) {
    return new Reach(subsampling, (margin + subsampling - 1) / subsampling * subsampling);
  }
}
