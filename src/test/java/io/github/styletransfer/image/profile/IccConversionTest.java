package io.github.styletransfer.image.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.TestProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IccConversionTest {
  /**
   * Values of Little CMS 2.19, relative colorimetric with black-point compensation, printed by
   * make.py beside the profile; it interpolates the profile on a grid of its own, hence 2.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 255, 255, 255",
    "0, 0, 0, 255, 93, 93, 93",
    "255, 230, 230, 255, 0, 3, 0",
    "0, 200, 200, 0, 222, 144, 109",
    "128, 0, 64, 0, 197, 223, 216",
    "200, 180, 180, 90, 112, 107, 93"
  })
  void compensatesTheBlackOfInk(int c, int m, int y, int k, int red, int green, int blue)
      throws IOException {
    SrgbConversion conversion = IccConversion.of(newsprint()).orElseThrow();
    byte[] ink = {(byte) c, (byte) m, (byte) y, (byte) k};

    assertThat(conversion.components()).isEqualTo(4);
    assertClose(converted(conversion, ink), 2, red, green, blue);
    assertClose(widened(conversion, ink), 2, red, green, blue);
  }

  @Test
  void convertsRgbOf8And16Bits() {
    SrgbConversion conversion = IccConversion.of(TestProfiles.wideRgb()).orElseThrow();
    byte[] color = {(byte) 200, 30, 60};

    assertClose(converted(conversion, color), 1, 233, 24, 58);
    assertClose(widened(conversion, color), 1, 233, 24, 58);
  }

  /** A grey profile with sRGB's own curve keeps values, and one of 2.2 nearly so. */
  @Test
  void convertsGrey() {
    double[] curve = new double[1024];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = TransferCurve.SRGB.light((double) i / (curve.length - 1));
    }
    SrgbConversion srgb = IccConversion.of(TestProfiles.greyOfCurve(curve)).orElseThrow();
    SrgbConversion power = IccConversion.of(TestProfiles.grey(2.2)).orElseThrow();

    assertThat(srgb.components()).isEqualTo(1);
    for (int i = 0; i < 256; i++) {
      byte[] grey = {(byte) i};
      assertClose(converted(srgb, grey), 1, i, i, i);
      int expected = (int) Math.round(255 * TransferCurve.srgb(Math.pow(i / 255.0, 2.2)));
      assertClose(widened(power, grey), 1, expected, expected, expected);
    }
  }

  /** Ink that grows: 20 percent more at half, as prints of grey photos are profiled. */
  @Test
  void convertsDotGain() {
    double[] light = new double[256];
    for (int i = 0; i < light.length; i++) {
      double ink = 1 - i / 255.0;
      light[i] = 1 - (ink + 0.8 * ink * (1 - ink));
    }
    SrgbConversion conversion = IccConversion.of(TestProfiles.greyOfCurve(light)).orElseThrow();

    for (int i = 0; i < 256; i++) {
      int expected = (int) Math.round(255 * TransferCurve.srgb(light[i]));
      assertClose(widened(conversion, new byte[] {(byte) i}), 1, expected, expected, expected);
    }
  }

  @Test
  void refusesWhatCannotBeUsed() {
    byte[] whole = TestProfiles.wideRgb();

    assertThat(IccConversion.of(TestProfiles.unusable())).isEmpty();
    assertThat(IccConversion.of(new byte[0])).isEmpty();
    assertThat(IccConversion.of(new byte[500])).isEmpty();
    assertThat(IccConversion.of(Arrays.copyOf(whole, 200))).isEmpty();
  }

  private static byte[] newsprint() throws IOException {
    try (InputStream in = IccConversionTest.class.getResourceAsStream("/profiles/newsprint.icc")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static byte[] converted(SrgbConversion conversion, byte[] color) {
    byte[] srgb = new byte[3];
    conversion.convert(color, srgb);
    return srgb;
  }

  private static byte[] widened(SrgbConversion conversion, byte[] color) {
    short[] wide = new short[color.length];
    for (int i = 0; i < color.length; i++) {
      wide[i] = (short) (Byte.toUnsignedInt(color[i]) * 257);
    }
    byte[] srgb = new byte[3];
    conversion.convert(wide, srgb);
    return srgb;
  }

  private static void assertClose(byte[] srgb, int tolerance, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(Byte.toUnsignedInt(srgb[i])).isCloseTo(expected[i], within(tolerance));
    }
  }
}
