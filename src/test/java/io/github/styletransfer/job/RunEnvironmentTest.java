package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.engine.Precision;
import org.junit.jupiter.api.Test;

/** What is recorded of an engine. */
class RunEnvironmentTest {
  private final EngineChoice asked = new EngineChoice(EngineChoice.AUTO, Precision.BFLOAT16, 2, 1);

  @Test
  void isWhatRan() {
    assertThat(RunEnvironment.describe(asked, new Executor("onednn", Precision.BFLOAT16).names()))
        .containsEntry("engine", "onednn")
        .containsEntry("precision", "bfloat16");
  }

  @Test
  void isSameDiffWhereOneDnnDoesNotKnowTheGraph() {
    assertThat(RunEnvironment.describe(asked, new Executor("samediff", Precision.FLOAT32).names()))
        .containsEntry("engine", "samediff")
        .containsEntry("precision", "float32");
  }
}
