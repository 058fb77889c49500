package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  @Test
  void waitsTwiceAsLongEachTime() {
    assertThat(RetryPolicy.PATIENT.most()).isEqualTo(4);
    assertThat(RetryPolicy.PATIENT.pause(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(RetryPolicy.PATIENT.pause(4)).isEqualTo(Duration.ofSeconds(16));
  }
}
