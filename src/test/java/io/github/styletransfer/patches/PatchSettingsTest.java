package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchSettingsTest {
  @Test
  void areReportedAsOptions() {
    assertThat(PatchSettings.DEFAULT.options())
        .hasToString("{seed=1, content-strength=12, finest-patch=5, style-scale=1, finish=true}");
    assertThat(new PatchSettings(0.25, 17, 0.5, 3, false, -2).options())
        .hasToString(
            "{seed=-2, content-strength=0.25, finest-patch=17, style-scale=0.5, finish=false,"
                + " sizes=3}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | 5 | 1 | 0 | content-strength must be 0 or more, not -1.0",
        "NaN | 5 | 1 | 0 | content-strength must be 0 or more, not NaN",
        "Infinity | 5 | 1 | 0 | content-strength must be 0 or more, not Infinity",
        "8 | 4 | 1 | 0 | finest-patch must be an odd number from 3 to 17, not 4",
        "8 | 1 | 1 | 0 | finest-patch must be an odd number from 3 to 17, not 1",
        "8 | 19 | 1 | 0 | finest-patch must be an odd number from 3 to 17, not 19",
        "8 | 5 | 0.2 | 0 | style-scale must be from 0.25 to 4, not 0.2",
        "8 | 5 | NaN | 0 | style-scale must be from 0.25 to 4, not NaN",
        "8 | 5 | 1 | -1 | sizes must be 0 or more, not -1",
      })
  void refuseNumbersOutOfRange(
      double strength, int patch, double scale, int sizes, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatchSettings(strength, patch, scale, sizes, true, 1))
        .withMessage(message);
  }
}
