package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.RgbImage;
import org.junit.jupiter.api.Test;

class PaintedLookTest {
  @Test
  void ofAReducedPaintingAsItsOwnPictureIsThatOfACopy() {
    RgbImage painting = PatchImages.scrambled(60, 50);
    PaintedLook look = PaintedLook.of(Lanczos.fitWidth(painting, 40), painting, painting);

    assertThat(look.full()).isZero();
    assertThat(look.half()).isZero();
  }

  @Test
  void hasTheEdgesOfThePhotoAtThePicturesSize() {
    RgbImage photo = PatchImages.scrambled(60, 45);
    PaintedLook look =
        PaintedLook.of(Lanczos.resize(photo, 40, 30), PatchImages.random(1, 50, 50, 0, 256), photo);

    assertThat(look.full()).isPositive();
    assertThat(look.edges()).isCloseTo(1, within(1e-9));
  }

  @Test
  void measuresTheHalfByItself() {
    RgbImage picture = PatchImages.random(4, 40, 30, 0, 256);
    RgbImage painting = PatchImages.random(5, 40, 40, 0, 256);
    PaintedLook look = PaintedLook.of(picture, painting, picture);

    assertThat(look.full()).isEqualTo(PatchDistance.between(picture, painting));
    assertThat(look.half())
        .isEqualTo(
            PatchDistance.between(
                Lanczos.resize(picture, 20, 15), Lanczos.resize(painting, 20, 20)));
  }
}
