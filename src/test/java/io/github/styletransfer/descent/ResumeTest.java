package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.LbfgsSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.record.RunStateFile;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are gone on with from a file end as if they had never been stopped. */
class ResumeTest {
  private static final int ITERATIONS = 12;
  private static final Map<String, String> JOB = Map.of("what", "a test");

  private final EngineFactory engines =
      new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, new SameDiffEngineFactory());

  @TempDir private Path folder;

  static List<OptimizerSettings> optimizers() {
    return List.of(new AdamSettings(6, 0.9, 0.99, 1e-8), LbfgsSettings.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void givesTheBytesOfAnUninterruptedRun(OptimizerSettings optimizer) throws Exception {
    LossHistory whole = new LossHistory(List.of());
    RgbImage expected = finished(run(optimizer, whole), Optional.empty());

    for (int last = 0; last < ITERATIONS - 1; last++) {
      Path file = folder.resolve("state.bin");
      RunStateFile.write(file, JOB, interrupted(optimizer, last));
      RunState state = RunStateFile.read(file, NativeArray::uninitialized).state();
      LossHistory rest = new LossHistory(state.losses());

      assertThat(state.iteration()).isEqualTo(last + 1);
      assertThat(finished(run(optimizer, rest), Optional.of(state)).samples())
          .as("stopped after iteration %s", last)
          .isEqualTo(expected.samples());
      assertThat(rest.entries()).isEqualTo(whole.entries());
    }
  }

  @Test
  void givesTheBytesOfAnUninterruptedRunThatIsPolished() throws Exception {
    LossHistory whole = new LossHistory(List.of());
    RgbImage expected = finished(Runs.polished(engines, whole), Optional.empty());
    assertThat(whole.entries()).hasSize(9);

    for (int last = 0; last < 8; last += 2) {
      StopRequest stop = new StopRequest();
      Path file = folder.resolve("state.bin");
      RunStateFile.write(
          file, JOB, interrupted(Runs.polished(engines, stopping(stop, last)), stop));
      RunState state = RunStateFile.read(file, NativeArray::uninitialized).state();

      assertThat(finished(Runs.polished(engines), Optional.of(state)).samples())
          .as("stopped after iteration %s", last)
          .isEqualTo(expected.samples());
    }
  }

  @Test
  void aStateBeforeTheFirstIterationIsThatOfARunFromTheStart() throws Exception {
    OptimizerSettings optimizer = LbfgsSettings.DEFAULT;
    StopRequest stop = new StopRequest();
    stop.request();
    TransferResult result =
        run(optimizer, new TransferListener() {})
            .run(Runs.CONTENT, Runs.STYLE, Optional.empty(), stop);
    assertThat(result).isInstanceOf(TransferResult.Interrupted.class);
    TransferResult.Interrupted interrupted = (TransferResult.Interrupted) result;
    assertThat(interrupted.image()).isEmpty();
    assertThat(
            finished(run(optimizer, new TransferListener() {}), Optional.of(interrupted.state()))
                .samples())
        .isEqualTo(finished(run(optimizer, new TransferListener() {}), Optional.empty()).samples());
  }

  @Test
  void refusesAStateOfAnotherSize() throws Exception {
    RunState state = interrupted(LbfgsSettings.DEFAULT, 3);
    RgbImage other = new RgbImage(80, 70, new byte[80 * 70 * 3]);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                run(LbfgsSettings.DEFAULT, new TransferListener() {})
                    .run(other, Runs.STYLE, Optional.of(state), new StopRequest()));
  }

  @Test
  void refusesAnyDamagedFile() throws Exception {
    Path file = folder.resolve("state.bin");
    RunStateFile.write(file, JOB, interrupted(LbfgsSettings.DEFAULT, 5));
    byte[] bytes = Files.readAllBytes(file);
    for (int place = 0; place < bytes.length; place += bytes.length / 97) {
      byte[] damaged = bytes.clone();
      damaged[place] ^= 0x40;
      Files.write(file, damaged);
      assertThatIOException()
          .as("byte %s", place)
          .isThrownBy(() -> RunStateFile.read(file, NativeArray::uninitialized));
      Files.write(file, java.util.Arrays.copyOf(bytes, place));
      assertThatIOException()
          .as("cut at %s", place)
          .isThrownBy(() -> RunStateFile.read(file, NativeArray::uninitialized));
    }
  }

  @Test
  void keepsWhatTheRunWasAskedToDo() throws Exception {
    Path file = folder.resolve("state.bin");
    RunStateFile.write(file, JOB, interrupted(LbfgsSettings.DEFAULT, 1));

    assertThat(RunStateFile.readJob(file)).isEqualTo(JOB);
    assertThat(RunStateFile.read(file, NativeArray::uninitialized).job()).isEqualTo(JOB);
  }

  private RunState interrupted(OptimizerSettings optimizer, int last) throws IOException {
    StopRequest stop = new StopRequest();
    return interrupted(run(optimizer, stopping(stop, last)), stop);
  }

  private static RunState interrupted(Runs.Run run, StopRequest stop) throws IOException {
    return ((TransferResult.Interrupted) run.run(Runs.CONTENT, Runs.STYLE, Optional.empty(), stop))
        .state();
  }

  private static TransferListener stopping(StopRequest stop, int last) {
    return new TransferListener() {
      @Override
      public void evaluated(int iteration, Losses losses) {
        if (iteration == last) {
          stop.request();
        }
      }
    };
  }

  private Runs.Run run(OptimizerSettings optimizer, TransferListener listener) {
    return Runs.of(engines, optimizer, ITERATIONS, 2, Optional.empty(), listener);
  }

  private static RgbImage finished(Runs.Run run, Optional<RunState> from) throws IOException {
    return ((TransferResult.Finished) run.run(Runs.CONTENT, Runs.STYLE, from, new StopRequest()))
        .image();
  }
}
