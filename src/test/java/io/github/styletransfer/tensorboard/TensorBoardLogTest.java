package io.github.styletransfer.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.storage.IoConsumer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
  private static final InstantSource WALL_CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_250L));
  private static final Losses LOSSES = NetworkLosses.of(6, 1, 2, 3);

  private final AtomicLong nanos = new AtomicLong(-7);

  @TempDir private Path folder;

  @Test
  void beginsWithVersionSessionSettingsAndImages() throws IOException {
    List<RecordedEvent> events = eventsOf(start(0, OptionalDouble.empty()), log -> {});
    assertThat(events).extracting(RecordedEvent::wallTime).containsOnly(1_700_000_000.25);
    assertThat(events).extracting(RecordedEvent::step).containsOnly(0L);
    assertThat(events).hasSize(5);
    assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).starts()).isTrue();
    assertThat(events.get(2).values())
        .containsExactly(
            entry("settings", "| setting | value |\n|---|---|\n| seed | 7 |\n| a | b\\|c |\n"));
    assertPicture(events.get(3), "content", 8, 6);
    assertPicture(events.get(4), "style", 5, 9);
  }

  @Test
  void hasEachOfSeveralPaintings() throws IOException {
    RunStart start =
        new RunStart(
            Gradients.of(8, 6),
            List.of(Gradients.of(5, 9), Gradients.of(7, 3)),
            Map.of(),
            OptionalDouble.empty(),
            0);
    List<RecordedEvent> events = eventsOf(start, log -> {});
    assertPicture(events.get(4), "style", 5, 9);
    assertPicture(events.get(5), "style_2", 7, 3);
  }

  @Test
  void writesScalarsOfEachIteration() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.of(10)),
            log -> {
              log.evaluated(0, LOSSES);
              nanos.addAndGet(Duration.ofMillis(250).toNanos());
              log.evaluated(1, NetworkLosses.of(Double.POSITIVE_INFINITY, 1e-50, Double.NaN, -0.0));
            });
    assertThat(events.get(5).values())
        .containsExactly(
            entry("total_loss", 6f),
            entry("content_loss", 1f),
            entry("style_loss", 2f),
            entry("tv_loss", 3f),
            entry("learning_rate", 10f));
    assertThat(events.get(5).step()).isEqualTo(1);
    assertThat(events.get(6).step()).isEqualTo(2);
    assertThat(events.get(6).values())
        .containsExactly(
            entry("total_loss", Float.POSITIVE_INFINITY),
            entry("content_loss", 0f),
            entry("style_loss", Float.NaN),
            entry("tv_loss", -0f),
            entry("learning_rate", 10f),
            entry("seconds_per_iteration", 0.25f));
  }

  @Test
  void theFirstIterationAtASizeHasNoTimeAndLbfgsNoLearningRate() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.empty()),
            log -> {
              log.evaluated(0, LOSSES);
              log.stageStarted(1, 3, 64, 48);
              log.evaluated(1, LOSSES);
              log.evaluated(2, LOSSES);
            });
    assertThat(events.get(7).values()).doesNotContainKeys("seconds_per_iteration", "learning_rate");
    assertThat(events.get(8).values()).containsKey("seconds_per_iteration");
  }

  @Test
  void namesEachSizeAtItsFirstIteration() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.empty()),
            log -> {
              log.stageStarted(0, 58, 96, 68);
              log.evaluated(0, LOSSES);
              log.stageStarted(58, 86, 192, 137);
              log.evaluated(58, LOSSES);
              log.wentBack(58, 5);
            });
    assertThat(events.get(5).step()).isEqualTo(1);
    assertThat(events.get(5).values()).containsExactly(entry("size", "96 x 68"));
    assertThat(events.get(7).step()).isEqualTo(59);
    assertThat(events.get(7).values()).containsExactly(entry("size", "192 x 137"));
    assertThat(events.get(10).step()).isEqualTo(59);
    assertThat(events.get(10).values()).containsExactly(entry("size", "192 x 137"));
  }

  @Test
  void theResultIsAtTheLastStep() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.empty()),
            log -> {
              log.evaluated(41, LOSSES);
              log.result(Gradients.of(8, 6));
            });
    assertThat(events.get(6).step()).isEqualTo(42);
    assertPicture(events.get(6), "result", 8, 6);
  }

  @Test
  void theImageThatAStoppedRunLeavesIsThereOnce() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.empty()),
            log -> {
              log.checkpoint(4, Gradients.of(8, 6));
              log.lastImage(4, Gradients.of(8, 6));
              log.lastImage(5, Gradients.of(8, 6));
            });
    assertThat(events.subList(5, events.size()))
        .extracting(RecordedEvent::step)
        .containsExactly(5L, 6L);
  }

  @Test
  void writesCheckpointsAtTheirStep() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.empty()),
            log -> {
              log.checkpoint(1_000_000, Gradients.of(8, 6));
            });
    assertThat(events.get(5).step()).isEqualTo(1_000_001);
    assertPicture(events.get(5), "checkpoint", 8, 6);
  }

  @Test
  void declaresLaterStepsVoidWhenTheRunIsResumed() throws IOException {
    try (TensorBoardLog log = log(start(40, OptionalDouble.empty()))) {
      List<RecordedEvent> events = RecordedEvent.readAll(log.path());
      assertThat(events).filteredOn(RecordedEvent::starts).hasSize(1);
      assertThat(events.get(1).starts()).isTrue();
      assertThat(events.subList(1, 5))
          .as("what was written for the 40 iterations done stays")
          .extracting(RecordedEvent::step)
          .containsExactly(41L, 40L, 40L, 40L);
    }
  }

  @Test
  void declaresLaterStepsVoidWhenTheRunGoesBackAndTakesTheNewLearningRate() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(0, OptionalDouble.of(10)),
            log -> {
              log.evaluated(5, LOSSES);
              log.wentBack(3, 5);
              log.evaluated(3, LOSSES);
            });
    assertThat(events).hasSize(8);
    assertThat(events.get(6).starts()).isTrue();
    assertThat(events.get(5).step()).isEqualTo(6);
    assertThat(events.get(6).step()).isEqualTo(4);
    assertThat(events.get(7).step()).isEqualTo(4);
    assertThat(events.get(7).values())
        .containsEntry("learning_rate", 5f)
        .doesNotContainKey("seconds_per_iteration");
  }

  @Test
  void settingsAndImagesStayWhenTheRunGoesBackToItsStart() throws IOException {
    List<RecordedEvent> events =
        eventsOf(
            start(2, OptionalDouble.of(10)),
            log -> {
              log.wentBack(2, 5);
            });
    assertThat(events.subList(2, 5)).extracting(RecordedEvent::step).containsOnly(2L);
    assertThat(events.get(5).starts()).isTrue();
    assertThat(events.get(5).step()).isEqualTo(3);
  }

  @Test
  void eventsAreInTheFileWithinTenSeconds() throws IOException {
    try (TensorBoardLog log = log(start(0, OptionalDouble.empty()))) {
      log.evaluated(0, LOSSES);
      nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
      log.evaluated(1, LOSSES);
      assertThat(RecordedEvent.readAll(log.path())).hasSize(5);
      nanos.addAndGet(Duration.ofMillis(1).toNanos());
      log.updated(1, () -> Gradients.of(1, 1));
      assertThat(RecordedEvent.readAll(log.path())).hasSize(7);
      log.evaluated(2, LOSSES);
      assertThat(RecordedEvent.readAll(log.path())).hasSize(7);
    }
  }

  @Test
  void closingWritesTheRest() throws IOException {
    assertThat(eventsOf(start(0, OptionalDouble.empty()), log -> log.evaluated(0, LOSSES)))
        .hasSize(6);
  }

  @Test
  void runsOfTheSameSecondHaveFilesOfTheirOwn() throws IOException {
    RunStart start = start(0, OptionalDouble.empty());
    try (TensorBoardLog first = log(start);
        TensorBoardLog second = log(start)) {
      assertThat(first.path()).isNotEqualTo(second.path());
      assertThat(RecordedEvent.readAll(first.path())).hasSize(5);
    }
  }

  @Test
  void namesAreGoodOnEverySystem() throws IOException {
    Instant now = WALL_CLOCK.instant();
    String start = "events.out.tfevents.1700000000.";
    assertThat(EventFile.create(folder, now, "my-pc.lan.")).hasFileName(start + "my-pc.lan");
    assertThat(EventFile.create(folder, now, "my-pc.lan")).hasFileName(start + "my-pc.lan.1");
    assertThat(EventFile.create(folder, now, "fe80::1%eth0/é"))
        .hasFileName(start + "fe80__1_eth0__");
    assertThat(EventFile.create(folder, now, "")).hasFileName(start + "localhost");
    assertThat(EventFile.create(folder, now, "h".repeat(300))).hasFileName(start + "h".repeat(63));
    assertThat(EventFile.localHost()).isNotBlank();
  }

  @Test
  void aMissingFolderIsAFailure() {
    RunStart start = start(0, OptionalDouble.empty());
    assertThatThrownBy(
            () -> new TensorBoardLog(folder.resolve("none"), start, nanos::get, WALL_CLOCK).close())
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> start(-1, OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsAreShownAsTheyAre() {
    assertThat(MarkdownTable.of(Map.of("file_name", "C:\\[a]*<b>\nc & `d`")))
        .endsWith("| file\\_name | C:\\\\\\[a\\]\\*&lt;b> c &amp; \\`d\\` |\n");
  }

  private List<RecordedEvent> eventsOf(RunStart start, IoConsumer<TensorBoardLog> run)
      throws IOException {
    Path file;
    try (TensorBoardLog log = log(start)) {
      file = log.path();
      run.accept(log);
    }
    return RecordedEvent.readAll(file);
  }

  private TensorBoardLog log(RunStart start) throws IOException {
    return new TensorBoardLog(folder, start, nanos::get, WALL_CLOCK);
  }

  private static RunStart start(int firstIteration, OptionalDouble learningRate) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("seed", "7");
    settings.put("a", "b|c");
    return new RunStart(
        Gradients.of(8, 6), List.of(Gradients.of(5, 9)), settings, learningRate, firstIteration);
  }

  private static void assertPicture(RecordedEvent event, String tag, int width, int height)
      throws IOException {
    assertThat(event.values()).containsOnlyKeys(tag);
    RecordedEvent.Picture picture =
        (RecordedEvent.Picture) event.values().values().iterator().next();
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.colorspace()).isEqualTo(3);
    BufferedImage decoded = ImageIO.read(picture.png().newInput());
    RgbImage expected = Gradients.of(width, height);
    int last = expected.samples().length - RgbImage.CHANNELS;
    int rgb = decoded.getRGB(width - 1, height - 1);
    assertThat((byte) (rgb >> 16)).isEqualTo(expected.samples()[last]);
    assertThat((byte) (rgb >> 8)).isEqualTo(expected.samples()[last + 1]);
    assertThat((byte) rgb).isEqualTo(expected.samples()[last + 2]);
  }
}
