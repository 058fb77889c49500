package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.vgg.VggSettings;
import io.github.styletransfer.patches.PatchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is recorded of what computes. */
class RunEnvironmentTest {
  private final NetworkMethod network =
      new NetworkMethod(
          new StartOption.BuiltIn(new InitialImage.Content()),
          true,
          Resampling.LINEAR,
          1,
          NetworkChoice.of("wavelet", kind -> VggSettings.ORIGINAL, Path.of("")),
          Optional.empty(),
          new LossSettings(1, 1, 0, List.of(), List.of()),
          NetworkDefaults.WAVELET.adam(),
          NetworkDefaults.WAVELET.adam(),
          new Stages(1, 1),
          Optional.empty(),
          new EngineChoice(EngineChoice.AUTO, Precision.BFLOAT16));

  @Test
  void isWhatRan() {
    assertThat(describe(new Executor("onednn", Precision.BFLOAT16)))
        .containsEntry("engine", "onednn")
        .containsEntry("precision", "bfloat16");
  }

  @Test
  void isSameDiffWhereOneDnnDoesNotKnowTheGraph() {
    assertThat(describe(new Executor("samediff", Precision.FLOAT32)))
        .containsEntry("engine", "samediff")
        .containsEntry("precision", "float32");
  }

  /** Records of earlier versions have these, in this order. */
  @Test
  void namesTheLibrariesOfANetwork() {
    assertThat(describe(new Executor("onednn", Precision.FLOAT32)).keySet())
        .containsExactly(
            "program",
            "nd4j",
            "onednn",
            "java",
            "system",
            "processor",
            "engine",
            "precision",
            "threads");
  }

  @Test
  void isJavaAloneForPatches() {
    JobMethod patches = new PatchMethod(PatchSettings.DEFAULT, "");

    assertThat(RunEnvironment.describe(patches, 2, Map.of()).keySet())
        .containsExactly("program", "java", "system", "processor", "threads");
  }

  private Map<String, String> describe(Executor executor) {
    return RunEnvironment.describe(network, 2, executor.names());
  }
}
