package io.github.styletransfer.patches;

import io.github.styletransfer.image.RgbImage;

/**
 * How much a picture looks made of a painting, and how much of the photo is left in it.
 *
 * @param full distance of its patches from the painting's, see {@link PatchDistance}
 * @param half the same with picture and painting at half their size, where a patch covers whole
 *     strokes
 * @param edges correlation of its edges with the photo's at half its size, see {@link
 *     EdgeCorrelation}
 */
record PaintedLook(double full, double half, double edges) {
  /** Measures a picture. The painting is taken at the picture's width, the photo at its size. */
  static PaintedLook of(RgbImage picture, RgbImage painting, RgbImage photo) {
    RgbImage paints = Lanczos.fitWidth(painting, picture.width());
    RgbImage small = Lanczos.half(picture);
    return new PaintedLook(
        PatchDistance.between(picture, paints),
        PatchDistance.between(small, Lanczos.half(paints)),
        EdgeCorrelation.between(
            small, Lanczos.half(Lanczos.resize(photo, picture.width(), picture.height()))));
  }
}
