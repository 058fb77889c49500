package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteAmountsTest {
  @ParameterizedTest
  @CsvSource({
    "2500000000, 1500000000, 2.5 GB, 1.5 GB",
    "1200000000, 800000000, 1.2 GB, 800 MB",
    "540000000, 460000000, 540 MB, 460 MB",
    "540400000, 540300000, 540.4 MB, 540.3 MB",
    "2540000001, 2540000000, 2.540000001 GB, 2.540000000 GB",
    "5000000, 1, 5 MB, 0 MB",
  })
  void showWhichIsLarger(long needed, long available, String large, String small) {
    assertThat(ByteAmounts.of(needed, available)).isEqualTo(new ByteAmounts(large, small));
  }
}
