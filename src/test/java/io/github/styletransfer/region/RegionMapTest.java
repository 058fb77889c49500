package io.github.styletransfer.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.Masks;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.ImageWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionMapTest {
  private static final int SIDE = 96;
  private static final int GREY = 0x808080;

  @TempDir private Path folder = Path.of("");

  private static RgbImage halves(int left, int right) {
    return Masks.image(SIDE, SIDE, (x, y) -> x < SIDE / 3 ? left : right);
  }

  private static List<Integer> colors(RegionMap map) {
    return map.colors().stream().map(RegionColor::rgb).toList();
  }

  @Test
  void findsFlatColours() {
    RegionMap map = Masks.map(halves(Masks.RED, 0x12ab34));

    assertThat(colors(map)).containsExactly(0x12ab34, Masks.RED);
    assertThat(map.share(0)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(map).hasToString("#12ab34 66.7 %, #ff0000 (red) 33.3 %");
  }

  @Test
  void seesThroughTheNoiseOfAJpeg() throws Exception {
    Path file = folder.resolve("mask.jpg");
    javax.imageio.ImageIO.write(toBuffered(shapes()), "jpg", file.toFile());

    RegionMap map = RegionMap.of(new ImageReader().read(file));

    assertThat(map.count()).isEqualTo(3);
    RegionMap exact = Masks.map(shapes());
    for (int region = 0; region < 3; region++) {
      assertThat(map.colors().get(region).squaredDistance(exact.colors().get(region)))
          .isLessThan(12 * 12);
      assertThat(map.share(region)).isCloseTo(exact.share(region), within(0.01));
    }
  }

  private static RgbImage shapes() {
    return Masks.image(
        SIDE,
        SIDE,
        (x, y) ->
            Math.hypot(x - 60, y - 40) < 20 ? Masks.GREEN : x + y < 70 ? Masks.RED : Masks.BLUE);
  }

  private static java.awt.image.BufferedImage toBuffered(RgbImage image) throws Exception {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "mask-" + System.nanoTime() + ".png");
    new ImageWriter().write(image, file);
    try {
      return javax.imageio.ImageIO.read(file.toFile());
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  /** Between black and white lies a ramp of 24 greys, which is a quarter of the mask. */
  @Test
  void sharesSoftEdgesInProportion() {
    RegionMap map =
        Masks.map(
            Masks.image(
                SIDE, SIDE, (x, y) -> Math.max(0, Math.min(255, (x - 36) * 255 / 24)) * 0x010101));

    assertThat(colors(map)).containsExactlyInAnyOrder(0x000000, 0xffffff);
    int white = map.colors().get(0).rgb() == 0xffffff ? 0 : 1;
    float[] weights = map.weights(white, SIDE, SIDE);
    assertThat(weights[48]).isCloseTo(0.5f, within(0.01f));
    assertThat(weights[42]).isCloseTo(0.25f, within(0.01f));
    assertThat(weights[20]).isZero();
    assertThat(weights[80]).isEqualTo(1);
  }

  @Test
  void makesNoRegionsOfAntialiasedEdges() {
    RgbImage mask =
        Masks.image(
            SIDE,
            SIDE,
            (x, y) ->
                x + y < 80
                    ? Masks.RED
                    : x + y < 82 ? 0xa00060 : x + y < 83 ? 0x6000a0 : Masks.BLUE);

    assertThat(colors(Masks.map(mask))).containsExactlyInAnyOrder(Masks.RED, Masks.BLUE);
  }

  @Test
  void tellsAGreyRegionFromTheEdgesBetweenItsNeighbours() {
    RgbImage mask = Masks.image(SIDE, SIDE, (x, y) -> x < 40 ? 0 : x < 50 ? GREY : 0xffffff);

    assertThat(colors(Masks.map(mask))).containsExactlyInAnyOrder(0, GREY, 0xffffff);
  }

  @Test
  void addsUpToOneAtAnySize() {
    RegionMap map = Masks.map(shapes());
    for (int size : new int[] {7, 40, 96, 131}) {
      float[] sum = new float[size * size];
      for (int region = 0; region < map.count(); region++) {
        float[] weights = map.weights(region, size, size);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
      }
      for (float some : sum) {
        assertThat(some).isCloseTo(1, within(1e-6f));
      }
    }
  }

  @Test
  void isExactlyOneWhereThereIsOneRegion() {
    RegionMap map = Masks.map(Masks.image(31, 17, (x, y) -> GREY));

    for (float weight : map.weights(0, 53, 9)) {
      assertThat(weight).isEqualTo(1);
    }
    RegionWeights weights = RegionWeights.of(map, 53, 9).bordered(3).halved().halved();
    assertThat(weights.width()).isEqualTo(15);
    assertThat(weights.height()).isEqualTo(4);
    assertThat(weights.pixels(0)).isEqualTo(60);
  }

  @Test
  void halvesAsTheNetworksDo() {
    RegionMap map = Masks.map(halves(Masks.RED, Masks.BLUE));
    RegionWeights weights = RegionWeights.of(map, 3, 3);

    float[] plane = weights.plane(1);
    assertThat(weights.halved().plane(1))
        .containsExactly((plane[0] + plane[1]) / 2, 0, (plane[0] + plane[1]) / 2, 0);
  }

  @Test
  void refusesPictures() {
    Random random = new Random(1);
    RgbImage noise = Masks.image(SIDE, SIDE, (x, y) -> random.nextInt(1 << 24));

    assertThatThrownBy(() -> RegionMap.of(noise))
        .isInstanceOf(MaskException.class)
        .hasMessageContaining("has no areas of one colour");

    RgbImage half = Masks.image(SIDE, SIDE, (x, y) -> x < 48 ? 0 : random.nextInt(1 << 24));
    assertThatThrownBy(() -> RegionMap.of(half))
        .isInstanceOf(MaskException.class)
        .hasMessageContaining("looks like a picture, not a mask");
  }
}
