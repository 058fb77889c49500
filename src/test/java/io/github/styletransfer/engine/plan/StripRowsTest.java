package io.github.styletransfer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripRowsTest {
  private final StripRows rows = new StripRows(8, 5, 8, 20);

  @Test
  void beginAboveTheTensor() {
    assertThat(rows.first(0)).isEqualTo(-5);
    assertThat(rows.begin(0)).isEqualTo(5);
    assertThat(rows.end(0)).isEqualTo(8);
  }

  @Test
  void endBelowIt() {
    assertThat(rows.first(3)).isEqualTo(19);
    assertThat(rows.begin(3)).isZero();
    assertThat(rows.end(3)).isEqualTo(1);
    assertThat(rows.matter(3)).isTrue();
    assertThat(rows.matter(4)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8, 0, 8, 20, 3", "8, 5, 8, 20, 4", "8, 4, 8, 20, 3", "8, 0, 8, 5, 1"})
  void passAllRows(long step, long lag, long count, long height, int strips) {
    StripRows some = new StripRows(step, lag, count, height);
    assertThat(some.strips()).isEqualTo(strips);
    assertThat(some.first(strips - 1) + count).isGreaterThanOrEqualTo(height);
    assertThat(some.first(strips - 2) + count).isLessThan(height);
  }
}
