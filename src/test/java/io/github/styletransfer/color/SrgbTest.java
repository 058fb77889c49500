package io.github.styletransfer.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SrgbTest {
  @Test
  void takesEachSampleToItsLightAndBack() {
    for (int i = 0; i < 256; i++) {
      double light = Srgb.linear((byte) i);

      assertThat(encoded(light)).isCloseTo(i, within(1e-9));
      assertThat(Srgb.sample(light)).isEqualTo((byte) i);
    }
  }

  @Test
  void roundsToTheNearestSample() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double light = Math.pow(random.nextDouble(), 3);

      assertThat(Byte.toUnsignedInt(Srgb.sample(light))).isEqualTo(Math.round(encoded(light)));
    }
  }

  @Test
  void clipsWhatNoSampleStandsFor() {
    assertThat(Srgb.sample(-0.1)).isZero();
    assertThat(Srgb.sample(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Srgb.sample(1.1)).isEqualTo((byte) 255);
    assertThat(Srgb.sample(Double.POSITIVE_INFINITY)).isEqualTo((byte) 255);
  }

  private static double encoded(double linear) {
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
  }
}
