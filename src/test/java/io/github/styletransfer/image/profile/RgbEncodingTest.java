package io.github.styletransfer.image.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values are computed in float64, samples of the program are rounded: hence 1. */
class RgbEncodingTest {
  private static final Cicp DISPLAY_P3 = new Cicp(12, 13, 0, true);

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 13, 14, 15})
  void knowsSrgb(int transfer) {
    assertThat(encoding(1, transfer).isSrgb()).isTrue();
    assertThat(new Cicp(1, transfer, 0, false).encoding().orElseThrow().isSrgb()).isFalse();
    assertThat(encoding(12, transfer).isSrgb()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "0, 13", "3, 13", "1, 0", "1, 9", "1, 17", "99, 99"})
  void saysNothingOfUnknownCodes(int primaries, int transfer) {
    assertThat(new Cicp(primaries, transfer, 0, true).encoding()).isEmpty();
  }

  /** Computed in float64 with the matrices of IEC 61966-2-1 and SMPTE EG 432-1. */
  @ParameterizedTest
  @CsvSource({
    "128, 128, 128, 128, 128, 128",
    "255, 255, 255, 255, 255, 255",
    "200, 100, 50, 215, 93, 31",
    "90, 160, 200, 61, 162, 204"
  })
  void convertsDisplayP3(int r, int g, int b, int red, int green, int blue) {
    assertThat(convert(DISPLAY_P3.encoding().orElseThrow(), r * 257, g * 257, b * 257))
        .usingElementComparator((a, e) -> Math.abs(a - e) <= 1 ? 0 : a - e)
        .containsExactly(red, green, blue);
  }

  @Test
  void convertsSamplesOf8BitsAlike() {
    SrgbConversion conversion = DISPLAY_P3.encoding().orElseThrow().toSrgb();
    byte[] srgb = new byte[3];
    conversion.convert(new byte[] {(byte) 200, 100, 50}, srgb);

    assertThat(srgb).containsExactly(convertBytes(conversion, 200 * 257, 100 * 257, 50 * 257));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 8, 9, 10, 11, 12, 22})
  void keepsGreyAndWhiteOfAllPrimaries(int primaries) {
    RgbEncoding encoding = encoding(primaries, 13);

    assertThat(convert(encoding, 65535, 65535, 65535)).containsExactly(255, 255, 255);
    for (int sample : convert(encoding, 100 * 257, 100 * 257, 100 * 257)) {
      assertThat(sample).isCloseTo(100, within(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 2.2", "5, 2.8", "8, 1"})
  void convertsPowers(int transfer, double exponent) {
    double light = Math.pow(0.5, exponent);
    double expected = 255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055);

    assertThat(convert(encoding(1, transfer), 32768, 32768, 32768)[0])
        .isCloseTo((int) Math.round(expected), within(1));
  }

  @Test
  void spreadsTheNarrowRange() {
    RgbEncoding encoding = new Cicp(1, 13, 0, false).encoding().orElseThrow();

    assertThat(convert(encoding, 16 * 257, 235 * 257, 255 * 257)).containsExactly(0, 255, 255);
    assertThat(convert(encoding, 0, 126 * 257, 126 * 257)[1])
        .isCloseTo((int) Math.round(110 / 219.0 * 255), within(1));
  }

  /**
   * Light up to 93 cd/m2 is kept, where sRGB's white is 203; 203 is ITU-R BT.2390's 160; 1000 is
   * white. PQ's values of these by the inverse of its formula.
   */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.2997, 10", "0.4403, 50", "0.4975, 90"})
  void keepsDarkerLightOfPq(double value, double light) {
    int sample = (int) Math.round(value * 65535);
    double expected = 255 * TransferCurve.srgb(light / 203);

    assertThat(convert(encoding(9, 16), sample, sample, sample)[1])
        .isCloseTo((int) Math.round(expected), within(1));
  }

  /** BT.2020's red, green and blue, and what BT.2100's formulas and BT.2390's make of them. */
  @ParameterizedTest
  @CsvSource({
    "16, 130, 120, 100, 206, 152, 97",
    "16, 170, 140, 120, 255, 134, 95",
    "16, 200, 180, 190, 255, 174, 220",
    "18, 130, 120, 100, 145, 127, 105",
    "18, 170, 140, 120, 219, 147, 128",
    "18, 230, 180, 190, 255, 143, 174"
  })
  void convertsHdrColors(int transfer, int r, int g, int b, int red, int green, int blue) {
    assertThat(convert(encoding(9, transfer), r * 257, g * 257, b * 257))
        .usingElementComparator((a, e) -> Math.abs(a - e) <= 1 ? 0 : a - e)
        .containsExactly(red, green, blue);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 18})
  void compressesHighlights(int transfer) {
    RgbEncoding encoding = encoding(9, transfer);
    int white = transfer == 16 ? 38055 : 49151;

    assertThat(convert(encoding, white, white, white)[0]).isBetween(226, 231);
    assertThat(convert(encoding, 65535, 65535, 65535)).containsExactly(255, 255, 255);
    int last = 0;
    for (int i = 0; i < 65536; i += 64) {
      int next = convert(encoding, i, i, i)[0];
      assertThat(next).isGreaterThanOrEqualTo(last);
      last = next;
    }
  }

  @Test
  void refusesImpossiblePrimaries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chromaticities(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3127, 0.329));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chromaticities(0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3, 0));
  }

  private static RgbEncoding encoding(int primaries, int transfer) {
    return new Cicp(primaries, transfer, 0, true).encoding().orElseThrow();
  }

  private static Integer[] convert(RgbEncoding encoding, int... samples) {
    byte[] srgb = convertBytes(encoding.toSrgb(), samples);
    return new Integer[] {srgb[0] & 255, srgb[1] & 255, srgb[2] & 255};
  }

  private static byte[] convertBytes(SrgbConversion conversion, int... samples) {
    byte[] srgb = new byte[3];
    conversion.convert(
        new short[] {(short) samples[0], (short) samples[1], (short) samples[2]}, srgb);
    return srgb;
  }
}
