package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.optimize.OptimizerState;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class RunStateFileTest {
  @TempDir private Path folder;

  @Test
  void keepsTheFirstVersionForTheLossesThatItKnows() throws IOException {
    Losses losses = NetworkLosses.of(6, 1, 2, 3);

    assertThat(written(losses)).contains("style-transfer run state 1");
    assertThat(read()).isEqualTo(losses);
  }

  @Test
  void namesOtherLosses() throws IOException {
    Losses losses = new Losses(6, Map.of("channel-mean", 6.0));

    assertThat(written(losses)).contains("style-transfer run state 2", "channel-mean");
    assertThat(read()).isEqualTo(losses);
  }

  private String written(Losses losses) throws IOException {
    RunStateFile.write(
        folder.resolve("state.bin"),
        Map.of("--iterations", "2"),
        new RunState(
            1,
            0,
            Nd4j.zeros(1, 1, 1, 3),
            OptimizerState.INITIAL,
            List.of(new LossEntry(0, losses))));
    return Files.readString(folder.resolve("state.bin"), StandardCharsets.ISO_8859_1);
  }

  private Losses read() throws IOException {
    RunStateFile.Saved saved = RunStateFile.read(folder.resolve("state.bin"));
    assertThat(saved.job()).containsExactly(Map.entry("--iterations", "2"));
    return saved.state().losses().get(0).losses();
  }
}
