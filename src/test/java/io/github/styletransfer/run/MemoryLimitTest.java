package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said when a run needs more memory than it may take. */
class MemoryLimitTest {
  private static final long MEGA = 1_000_000;

  @Test
  void namesJavasHeapWhereThatIsTheLimit() {
    MemoryLimit limit = new MemoryLimit(500 * MEGA, 8000 * MEGA);

    assertThat(limit.words("500 MB")).isEqualTo("Java may use only 500 MB");
    assertThat(limit.remedy(3000 * MEGA))
        .isEqualTo(", or give Java more: java -Xmx4g -jar style-transfer.jar");
  }

  @Test
  void offersNoHeapThatWouldNotFit() {
    assertThat(new MemoryLimit(500 * MEGA, 8000 * MEGA).remedy(9000 * MEGA)).isEmpty();
  }

  @Test
  void namesTheMemoryOtherwise() {
    MemoryLimit limit = new MemoryLimit(500 * MEGA, 500 * MEGA);

    assertThat(limit.words("500 MB")).isEqualTo("only 500 MB is available");
    assertThat(limit.remedy(3000 * MEGA)).isEmpty();
  }
}
