package io.github.styletransfer.engine.onednn.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.storage.FileLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TimedChoiceTest {
  private static final String MACHINE = "a processor, 2 threads";
  private static final String LAYER = "a processor, 2 threads: 32 to 48 channels at 20 x 10";
  private static final MethodTimes FAST_WINOGRAD = new MethodTimes(2.5, 1.25);
  private static final MethodTimes FAST_DIRECT = new MethodTimes(1, 1.5);

  @TempDir private Path folder;
  private Path file;
  private KnownTimes times;

  @BeforeEach
  void setUp() {
    file = folder.resolve("cache").resolve("times.properties");
    times = new KnownTimes(file);
  }

  private static ConvolutionAction convolution(int in, int out) {
    return convolution(in, out, ElementType.FLOAT32);
  }

  private static ConvolutionAction convolution(int in, int out, ElementType type) {
    TensorSize input = TensorSize.of(10, 20, in);
    TensorSize output = TensorSize.of(10, 20, out);
    return new ConvolutionAction(
        "conv",
        new Buffer(type, input.elements()),
        input,
        new Buffer(type, output.elements()),
        output,
        Nd4j.create(DataType.FLOAT, 3, 3, in, out),
        null,
        new Window(3, 3, 1, 1, 1, 1, 1, 1),
        Direction.FORWARD,
        PostOp.WRITE);
  }

  @Test
  void timesOnceAndKeepsTheTimes() {
    ConvolutionMethod chosen = new TimedChoice(times, MACHINE).of(convolution(32, 48));

    MethodTimes kept = times.get(LAYER, () -> FAST_DIRECT).orElseThrow();
    assertThat(kept.direct()).isPositive();
    assertThat(kept.winograd()).isPositive();
    assertThat(kept.faster()).isEqualTo(chosen);
  }

  @Test
  void choosesByTheTimesThatAreKnown() {
    times.get(LAYER, () -> FAST_DIRECT);
    assertThat(new TimedChoice(times, MACHINE).of(convolution(32, 48)))
        .isEqualTo(ConvolutionMethod.DIRECT);

    times.get("another, 2 threads: 32 to 48 channels at 20 x 10", () -> FAST_WINOGRAD);
    assertThat(new TimedChoice(times, "another, 2 threads").of(convolution(32, 48)))
        .isEqualTo(ConvolutionMethod.WINOGRAD);
  }

  /** Or a later run would choose another kernel, and give other bytes. */
  @Test
  void theFirstRunChoosesByTheTimesThatLaterRunsRead() {
    MethodTimes measured = times.get(LAYER, () -> new MethodTimes(1.23446, 1.23441)).orElseThrow();
    MethodTimes read = times.get(LAYER, () -> FAST_WINOGRAD).orElseThrow();
    assertThat(measured).isEqualTo(read);
    assertThat(measured.faster()).isEqualTo(read.faster());
  }

  @Test
  void doesNotTimeLayersOfFewChannels() {
    assertThat(new TimedChoice(times, MACHINE).of(convolution(3, 64)))
        .isEqualTo(ConvolutionMethod.DIRECT);
    assertThat(file).doesNotExist();
  }

  @Test
  void choosesByTypeWhereTimesCannotBeKept() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    KnownTimes nowhere = new KnownTimes(noFolder.resolve("times.properties"));
    assertThat(nowhere.get(LAYER, () -> FAST_DIRECT)).isEmpty();
    assertThat(new TimedChoice(nowhere, MACHINE).of(convolution(32, 48)))
        .isEqualTo(ConvolutionMethod.WINOGRAD);
    assertThat(new TimedChoice(nowhere, MACHINE).of(convolution(32, 48, ElementType.BFLOAT16)))
        .isEqualTo(ConvolutionMethod.DIRECT);
  }

  @Test
  void timesEachTypeByItself() {
    times.get(LAYER, () -> FAST_DIRECT);
    times.get(LAYER + ", bfloat16", () -> FAST_WINOGRAD);
    TimedChoice choice = new TimedChoice(times, MACHINE);
    assertThat(choice.of(convolution(32, 48, ElementType.BFLOAT16)))
        .isEqualTo(ConvolutionMethod.WINOGRAD);
    assertThat(choice.of(convolution(32, 48))).isEqualTo(ConvolutionMethod.DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\uXYZ", "a\\ processor = fast", "\u0000\u00ff"})
  void replacesADamagedFile(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    assertThat(times.get(LAYER, () -> FAST_DIRECT)).contains(FAST_DIRECT);
    assertThat(new KnownTimes(file).get(LAYER, () -> FAST_WINOGRAD)).contains(FAST_DIRECT);
  }

  @Test
  void replacesTimesThatAreNone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "layer = direct -1 ms\nother = direct 2.000 ms, Winograd 1.000 ms\n");
    assertThat(times.get("layer", () -> FAST_DIRECT)).contains(FAST_DIRECT);
    assertThat(times.get("other", () -> FAST_DIRECT)).contains(new MethodTimes(2, 1));
  }

  /** Many at once: each finds what the first one measured, and all layers are there in the end. */
  @Test
  void theFirstMeasurementStays() throws InterruptedException {
    List<Optional<MethodTimes>> results = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          KnownTimes own = new KnownTimes(file);
                          results.add(own.get("same", () -> new MethodTimes(i, 1)));
                          own.get("layer " + i, () -> FAST_WINOGRAD);
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(new HashSet<>(results)).hasSize(1).doesNotContain(Optional.empty());
    for (int i = 0; i < threads.size(); i++) {
      assertThat(times.get("layer " + i, () -> FAST_DIRECT)).contains(FAST_WINOGRAD);
    }
  }

  @Test
  void doesNotWaitForAnotherWhenInterrupted() throws IOException {
    Files.createDirectories(file.getParent());
    try (FileLock held =
        FileLock.tryLock(file.resolveSibling("times.properties.lock")).orElseThrow()) {
      assertThat(held).isNotNull();
      Thread.currentThread().interrupt();
      assertThat(times.get(LAYER, () -> FAST_DIRECT)).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
