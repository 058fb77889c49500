package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** Version 1 byte by byte, as all versions of the program have written it. */
  @Test
  void keepsItsFormat() throws IOException {
    Path file = folder.resolve("state.bin");
    RunState state =
        new RunState(
            1,
            2,
            FloatArray.copyOf(new float[] {1, 2, 3}, 1, 1, 1, 3),
            Map.of("m", FloatArray.copyOf(new int[] {7, -8}, 2)),
            Map.of("updates", 3.0),
            List.of(new LossEntry(0, NetworkLosses.of(6, 1, 2, 3))));
    RunStateFile.write(file, Map.of("--seed", "4"), state);

    ByteBuffer expected = ByteBuffer.allocate(1000).order(ByteOrder.nativeOrder());
    putText(expected, "style-transfer run state 1");
    expected.putInt(1);
    putText(expected, "--seed");
    putText(expected, "4");
    expected.putInt(1).putInt(2);
    expected.putInt(4).putInt(1).putInt(1).putInt(1).putInt(3);
    expected.putFloat(1).putFloat(2).putFloat(3);
    expected.putInt(1);
    putText(expected, "m");
    expected.putInt(1).putInt(2).putInt(7).putInt(-8);
    expected.putInt(1);
    putText(expected, "updates");
    expected.putDouble(3);
    expected.putInt(1).putInt(0).putDouble(6).putDouble(1).putDouble(2).putDouble(3);
    CRC32C sum = new CRC32C();
    sum.update(expected.array(), 0, expected.position());
    expected.putLong(sum.getValue());
    assertThat(Files.readAllBytes(file))
        .isEqualTo(Arrays.copyOf(expected.array(), expected.position()));

    RunState read = RunStateFile.read(file, FloatArray::zeros).state();
    assertThat(FloatArray.floats(read.image()).get(2)).isEqualTo(3);
    assertThat(read.image().shape()).containsExactly(1, 1, 1, 3);
    assertThat(FloatArray.ints(read.array("m")).get(1)).isEqualTo(-8);
    assertThat(read.number("updates")).isEqualTo(3);
  }

  private static void putText(ByteBuffer bytes, String text) {
    bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String written(Losses losses) throws IOException {
    RunStateFile.write(
        folder.resolve("state.bin"),
        Map.of("--iterations", "2"),
        new RunState(
            1,
            0,
            FloatArray.zeros(1, 1, 1, 3),
            Map.of(),
            Map.of(),
            List.of(new LossEntry(0, losses))));
    return Files.readString(folder.resolve("state.bin"), StandardCharsets.ISO_8859_1);
  }

  private Losses read() throws IOException {
    RunStateFile.Saved saved = RunStateFile.read(folder.resolve("state.bin"), FloatArray::zeros);
    assertThat(saved.job()).containsExactly(Map.entry("--iterations", "2"));
    return saved.state().losses().get(0).losses();
  }
}
