package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.record.RunStateFile;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTransferTest {
  private static final int[] THREADS = {1, 2, 3, 8};
  private static final RgbImage PHOTO = FloatImages.soft(1, 90, 70).toRgb();
  private static final RgbImage PAINTING = FloatImages.soft(2, 60, 75).toRgb();
  private static final RgbImage SMALL_PHOTO = FloatImages.soft(3, 48, 36).toRgb();
  private static final RgbImage SMALL_PAINTING = FloatImages.soft(4, 40, 44).toRgb();

  @TempDir private Path folder;

  @Test
  void givesTheSameBytesForAllNumbersOfThreads() throws IOException {
    byte[] expected = finished(PatchSettings.DEFAULT, 1, PHOTO, PAINTING).samples();
    for (int threads : THREADS) {
      assertThat(finished(PatchSettings.DEFAULT, threads, PHOTO, PAINTING).samples())
          .as("%s threads", threads)
          .isEqualTo(expected);
    }
  }

  /** With two sizes of the rounds; of the guide. */
  @ParameterizedTest
  @CsvSource({"48, 36, 2, 1", "160, 33, 1, 9"})
  void goesOnFromEachIterationAsIfItHadNotStopped(int width, int height, int sizes, int every)
      throws IOException {
    RgbImage photo = FloatImages.soft(8, width, height).toRgb();
    PatchSettings settings = new PatchSettings(12, 5, 1, sizes, true, 1);
    Map<Integer, Path> files = new LinkedHashMap<>();
    List<Double> losses = new ArrayList<>();
    TransferListener saving =
        new TransferListener() {
          @Override
          public void evaluated(int iteration, Losses now) {
            losses.add(now.total());
          }

          @Override
          public void resumable(Supplier<RunState> state) throws IOException {
            RunState now = state.get();
            Path file = folder.resolve(now.iteration() + ".bin");
            RunStateFile.write(file, Map.of(), now);
            files.put(now.iteration(), file);
          }
        };
    PatchTransfer method = new PatchTransfer(settings, new Checkpoints(0), 2);
    TransferResult.Finished whole = run(method, photo, Optional.empty(), saving);
    int stages = method.stages(photo.size()).size();
    assertThat(files).hasSize(losses.size() - stages);

    for (Map.Entry<Integer, Path> file : files.entrySet()) {
      if (file.getKey() % every > 0) {
        continue;
      }
      RunState state = RunStateFile.read(file.getValue(), FloatArray::zeros).state();
      assertThat(state.iteration()).isEqualTo(file.getKey());
      assertThat(state.losses()).hasSize(file.getKey());
      TransferResult.Finished rest = run(method, photo, Optional.of(state));

      assertThat(rest.image().samples())
          .as("after iteration %s", file.getKey())
          .isEqualTo(whole.image().samples());
      assertThat(rest.state().losses()).isEqualTo(whole.state().losses());
    }
  }

  /** Within stages and between them: guide, twice rounds, finish. */
  @Test
  void goesOnFromTheStateOfAStopAnywhere() throws IOException {
    PatchTransfer method =
        new PatchTransfer(new PatchSettings(12, 5, 1, 2, true, 1), new Checkpoints(0), 2);
    TransferResult.Finished whole = run(method, Optional.empty());
    assertThat(method.stages(SMALL_PHOTO.size()).stream().map(PlannedStage::end))
        .containsExactly(30, 38, 46, 54);
    for (int last : new int[] {0, 28, 29, 30, 36, 37, 38, 44, 45, 46, 52}) {
      TransferResult.Interrupted stopped = stoppedAfter(method, last);

      assertThat(stopped.state().iteration()).isEqualTo(last + 1);
      assertThat(stopped.image().orElseThrow().iteration()).isEqualTo(last);
      assertThat(stopped.image().orElseThrow().image().size()).isEqualTo(SMALL_PHOTO.size());
      assertThat(run(method, Optional.of(stopped.state())).image().samples())
          .as("stopped after iteration %s", last)
          .isEqualTo(whole.image().samples());
    }
  }

  @Test
  void stopsBeforeTheFirstIteration() throws IOException {
    PatchTransfer method = method(PatchSettings.DEFAULT, 2);
    StopRequest stop = new StopRequest();
    stop.request();
    TransferResult.Interrupted stopped =
        (TransferResult.Interrupted)
            method.run(
                TransferImages.of(SMALL_PHOTO, SMALL_PAINTING), Optional.empty(), List.of(), stop);

    assertThat(stopped.image()).isEmpty();
    assertThat(stopped.state().iteration()).isZero();
    assertThat(stopped.state().losses()).isEmpty();
    assertThat(run(method, Optional.of(stopped.state())).image().samples())
        .isEqualTo(run(method, Optional.empty()).image().samples());
  }

  @Test
  void aStateAfterTheLastIterationIsTheResult() throws IOException {
    PatchTransfer method = method(PatchSettings.DEFAULT, 2);
    TransferResult.Finished whole = run(method, Optional.empty());
    TransferResult.Finished again =
        run(
            method,
            Optional.of(whole.state()),
            new TransferListener() {
              @Override
              public void evaluated(int iteration, Losses losses) {
                throw new IllegalStateException("nothing is left to do");
              }
            });

    assertThat(again.image().samples()).isEqualTo(whole.image().samples());
    assertThat(again.state().losses()).isEqualTo(whole.state().losses());
  }

  @Test
  void tellsListenersInOrder() throws IOException {
    PatchTransfer method = new PatchTransfer(PatchSettings.DEFAULT, new Checkpoints(4), 2);
    ImageSize size = PHOTO.size();
    List<String> events = new ArrayList<>();
    method.run(
        TransferImages.of(PHOTO, PAINTING),
        Optional.empty(),
        List.of(recording(events, size)),
        new StopRequest());

    List<String> expected = new ArrayList<>();
    List<PlannedStage> stages = method.stages(size);
    for (PlannedStage stage : stages) {
      expected.add("stage %d to %d, %s".formatted(stage.first(), stage.end(), stage.size()));
      for (int i = stage.first(); i < stage.end(); i++) {
        expected.add("evaluated " + i);
        expected.add("updated " + i);
        if (new Checkpoints(4).isDueAfter(i, method.length(size))) {
          expected.add("checkpoint " + i);
        }
        if (i + 1 < stage.end()) {
          expected.add("resumable at " + (i + 1));
        }
      }
    }
    assertThat(events).isEqualTo(expected).contains("checkpoint 0");
    assertThat(events.stream().filter(event -> event.startsWith("checkpoint"))).hasSize(4);
  }

  private static TransferListener recording(List<String> events, ImageSize size) {
    return new TransferListener() {
      @Override
      public void stageStarted(int first, int end, int width, int height) {
        events.add("stage %d to %d, %d x %d".formatted(first, end, width, height));
      }

      @Override
      public void evaluated(int iteration, Losses losses) {
        assertThat(losses.names()).containsExactly("patch", "distribution");
        assertThat(losses.total()).isEqualTo(losses.term("patch") + losses.term("distribution"));
        events.add("evaluated " + iteration);
      }

      @Override
      public void updated(int iteration, Supplier<RgbImage> image) {
        assertThat(image.get().size()).isEqualTo(size);
        events.add("updated " + iteration);
      }

      @Override
      public void checkpoint(int iteration, RgbImage image) {
        assertThat(image.size()).isEqualTo(size);
        events.add("checkpoint " + iteration);
      }

      @Override
      public void resumable(Supplier<RunState> state) {
        events.add("resumable at " + state.get().iteration());
      }
    };
  }

  /** And closes its threads. */
  @Test
  void endsWhenAListenerFails() {
    assertThatThrownBy(
            () ->
                run(
                    method(PatchSettings.DEFAULT, 3),
                    Optional.empty(),
                    new TransferListener() {
                      @Override
                      public void updated(int iteration, Supplier<RgbImage> image)
                          throws IOException {
                        throw new IOException("no room");
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
  }

  @Test
  void refusesStatesOfOtherSizes() throws IOException {
    PatchTransfer method =
        new PatchTransfer(new PatchSettings(12, 5, 1, 2, true, 1), new Checkpoints(0), 2);
    int total = method.length(SMALL_PHOTO.size()).total();
    for (int last = 0; last < total - 1; last += 7) {
      RunState state = stoppedAfter(method, last).state();
      for (RgbImage other : List.of(PHOTO, FloatImages.soft(5, 36, 48).toRgb())) {
        assertThatIllegalArgumentException()
            .as("after iteration %s, %s", last, other.size())
            .isThrownBy(
                () ->
                    method.run(
                        TransferImages.of(other, SMALL_PAINTING),
                        Optional.of(state),
                        List.of(),
                        new StopRequest()));
      }
    }
    RunState done = run(method, Optional.empty()).state();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                method.run(
                    TransferImages.of(FloatImages.soft(5, 36, 48).toRgb(), SMALL_PAINTING),
                    Optional.of(done),
                    List.of(),
                    new StopRequest()));
  }

  @Test
  void refusesAStateOfALongerRun() throws IOException {
    RunState done =
        run(method(new PatchSettings(12, 5, 1, 2, true, 1), 2), Optional.empty()).state();
    PatchTransfer shorter = method(new PatchSettings(12, 5, 1, 2, false, 1), 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(shorter, Optional.of(done)))
        .withMessage("the state is of a longer run");
  }

  @Test
  void refusesFieldsOfAnotherPainting() throws IOException {
    PatchTransfer method = method(PatchSettings.DEFAULT, 2);
    RunState state = stoppedAfter(method, 33).state();
    for (RgbImage painting :
        List.of(FloatImages.soft(6, 20, 44).toRgb(), FloatImages.soft(7, 40, 10).toRgb())) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  method.run(
                      TransferImages.of(SMALL_PHOTO, painting),
                      Optional.of(state),
                      List.of(),
                      new StopRequest()));
    }
  }

  @Test
  void differsWithTheSeed() throws IOException {
    byte[] one = finished(new PatchSettings(12, 5, 1, 0, true, 1), 2, PHOTO, PAINTING).samples();
    byte[] two = finished(new PatchSettings(12, 5, 1, 0, true, 2), 2, PHOTO, PAINTING).samples();
    byte[] three =
        finished(new PatchSettings(12, 5, 1, 0, true, 1L << 40 | 1), 2, PHOTO, PAINTING).samples();

    assertThat(two).isNotEqualTo(one).isNotEqualTo(three);
    assertThat(three).isNotEqualTo(one);
  }

  /** Its patches are all there, so that little changes but for fine noise. */
  @Test
  void paintsAPhotoWithItselfAsItIs() throws IOException {
    byte[] expected = PHOTO.samples();
    byte[] painted = finished(PatchSettings.DEFAULT, 2, PHOTO, PHOTO).samples();
    double squares = 0;
    for (int i = 0; i < expected.length; i++) {
      squares += Math.pow((expected[i] & 0xff) - (painted[i] & 0xff), 2) / expected.length;
    }

    // In levels of 255, of which it varies by 80.
    assertThat(Math.sqrt(squares)).isLessThan(3);
  }

  private TransferResult.Interrupted stoppedAfter(PatchTransfer method, int last)
      throws IOException {
    StopRequest stop = new StopRequest();
    TransferListener stopping =
        new TransferListener() {
          @Override
          public void evaluated(int iteration, Losses losses) {
            if (iteration == last) {
              stop.request();
            }
          }
        };
    return (TransferResult.Interrupted)
        method.run(
            TransferImages.of(SMALL_PHOTO, SMALL_PAINTING),
            Optional.empty(),
            List.of(stopping),
            stop);
  }

  private static TransferResult.Finished run(
      PatchTransfer method, Optional<RunState> from, TransferListener... listeners)
      throws IOException {
    return run(method, SMALL_PHOTO, from, listeners);
  }

  private static TransferResult.Finished run(
      PatchTransfer method, RgbImage photo, Optional<RunState> from, TransferListener... listeners)
      throws IOException {
    return (TransferResult.Finished)
        method.run(
            TransferImages.of(photo, SMALL_PAINTING), from, List.of(listeners), new StopRequest());
  }

  private static RgbImage finished(
      PatchSettings settings, int threads, RgbImage photo, RgbImage painting) throws IOException {
    return ((TransferResult.Finished)
            method(settings, threads)
                .run(
                    TransferImages.of(photo, painting),
                    Optional.empty(),
                    List.of(),
                    new StopRequest()))
        .image();
  }

  private static PatchTransfer method(PatchSettings settings, int threads) {
    return new PatchTransfer(settings, new Checkpoints(0), threads);
  }
}
