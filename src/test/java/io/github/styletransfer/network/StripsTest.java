package io.github.styletransfer.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripsTest {
  @Test
  void anImageThatIsSmallEnoughIsOneStrip() {
    assertThat(Strips.of(100, 50, new Reach(16, 80), 5000)).containsExactly(Strip.whole(50));
  }

  @ParameterizedTest
  @CsvSource({
    "600, 40000, 16, 80, 524288",
    "1024, 7681, 32, 160, 524288",
    "7, 1001, 1, 3, 100",
    "100, 51, 16, 80, 5000",
    "20000, 900, 16, 80, 524288"
  })
  void stripsFollowEachOther(int width, int height, int subsampling, int margin, long pixels) {
    Reach reach = new Reach(subsampling, margin);
    List<Strip> strips = Strips.of(width, height, reach, pixels);
    int row = 0;
    for (Strip strip : strips) {
      assertThat(strip.first()).isEqualTo(row);
      assertThat(strip.top()).isEqualTo(Math.max(0, row - margin));
      assertThat(strip.top() % subsampling).isZero();
      assertThat(strip.bottom()).isEqualTo(Math.min(height, strip.end() + margin));
      assertThat(strip.end()).isGreaterThan(row);
      row = strip.end();
    }
    assertThat(row).isEqualTo(height);
  }

  @Test
  void stripsAndTheirMarginsKeepTheLimit() {
    assertThat(Strips.of(600, 40_000, new Reach(16, 80), 524_288))
        .allSatisfy(strip -> assertThat(600L * strip.rows()).isLessThanOrEqualTo(524_288))
        .hasSizeLessThan(60);
  }
}
