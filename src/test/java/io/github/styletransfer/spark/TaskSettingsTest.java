package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskSettingsTest {
  private static final long MIB = 1 << 20;

  @Test
  void tasksShareTheHeapAndTheOverheadOfAnExecutor() {
    TaskSettings settings = new TaskSettings(4, 819 * MIB, 4);

    assertThat(settings.memory(8192 * MIB, 16, 1)).isEqualTo((8192 + 819) * MIB / 4);
    assertThat(settings.memory(8192 * MIB, 16, 2)).isEqualTo((8192 + 819) * MIB / 2);
    assertThat(settings.memory(8192 * MIB, 16, 8)).isEqualTo((8192 + 819) * MIB);
  }

  @Test
  void anExecutorOfUnknownSizeHasAllProcessors() {
    assertThat(new TaskSettings(0, 384 * MIB, 4).memory(1024 * MIB, 2, 1))
        .isEqualTo((1024 + 384) * MIB / 2);
  }
}
