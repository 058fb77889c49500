package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.LossCase.Evaluation;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.onednn.tune.ConvolutionMethod;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.dnnl.global.dnnl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Losses and gradients against those of the SameDiff engine, on the same graphs. */
class OneDnnEngineTest {
  /** Sums of up to 10^5 products in another order: a few parts in 10^6. */
  private static final double LOSS_TOLERANCE = 1e-5;

  /** Of the largest element. */
  private static final double GRADIENT_TOLERANCE = 1e-4;

  /** bfloat16 has 8 bits: each value errs by up to 0.4 %, sums of many by much less. */
  private static final double BFLOAT16_LOSS_TOLERANCE = 1e-2;

  /** Of the whole gradient, as a vector's length. */
  private static final double BFLOAT16_GRADIENT_TOLERANCE = 2e-2;

  /** The same of distances: roots of covariances magnify the errors of small eigenvalues. */
  private static final double BFLOAT16_DISTANCE_LOSS_TOLERANCE = 2e-2;

  private static final double BFLOAT16_DISTANCE_GRADIENT_TOLERANCE = 5e-2;

  /**
   * The same with maximum pooling: where the two largest values of a window are the same in
   * bfloat16, which is so in every fiftieth or so, the gradient goes to the other pixel.
   */
  private static final double BFLOAT16_MAX_POOLING_TOLERANCE = 0.4;

  /** Losses along a run, by two kernels. */
  private static final double RUN_TOLERANCE = 1e-3;

  private static final int ITERATIONS = 100;
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final EngineFactory sameDiff = new SameDiffEngineFactory();
  private final EngineFactory float32 =
      new OneDnnEngineFactory(Precision.FLOAT32, UNLIMITED, sameDiff);
  private final EngineFactory winograd =
      new OneDnnEngineFactory(
          Precision.FLOAT32, UNLIMITED, convolution -> ConvolutionMethod.WINOGRAD, sameDiff);
  private final EngineFactory bfloat16 =
      new OneDnnEngineFactory(Precision.BFLOAT16, UNLIMITED, sameDiff);
  private final EngineFactory bfloat16ByWinograd =
      new OneDnnEngineFactory(
          Precision.BFLOAT16, UNLIMITED, convolution -> ConvolutionMethod.WINOGRAD, sameDiff);
  private final EngineFactory inLittleMemory =
      new OneDnnEngineFactory(Precision.FLOAT32, 0, sameDiff);

  static Stream<LossCase> vgg19Cases() {
    return Stream.of(
        LossCase.vgg19(Pooling.MAX, 33, 47, 1, "4-5-6-7-5"),
        LossCase.vgg19(Pooling.AVG, 33, 47, 2, "4-5-6-7-5"),
        LossCase.vgg19(Pooling.MAX, 64, 64, 3, "8-16-16-24-16"),
        LossCase.vgg19(Pooling.AVG, 48, 80, 4, "8-16-24-32-16"),
        LossCase.vgg19(Pooling.MAX, 1, 37, 5, "16-9-17-8-33"),
        LossCase.vgg19(Pooling.AVG, 41, 1, 6, "3-2-17-8-33"),
        LossCase.vgg19(Pooling.MAX, 1, 1, 7, "4-5-6-7-5"),
        LossCase.vgg19(Pooling.MAX, 2, 3, 8, "64-5-6-70-5"),
        LossCase.vgg19(Pooling.MAX, 64, 48, 9, "8-16-32-24-64").withRegions(),
        LossCase.vgg19(Pooling.AVG, 33, 47, 10, "4-5-6-7-5").withRegions(),
        LossCase.fineVgg19(Pooling.MAX, Padding.REPLICATE, 33, 47, 11, "8-16-16-24-16"),
        LossCase.fineVgg19(Pooling.AVG, Padding.REPLICATE, 48, 40, 12, "4-5-6-7-5"),
        LossCase.fineVgg19(Pooling.MAX, Padding.REPLICATE_FIRST, 37, 29, 13, "8-16-8-8-8"),
        LossCase.fineVgg19(Pooling.MAX, Padding.REPLICATE, 64, 48, 14, "8-16-16-24-16")
            .withRegions(),
        LossCase.fineVgg19(Pooling.AVG, Padding.REPLICATE_FIRST, 37, 59, 15, "4-5-6-7-5")
            .withRegions(),
        LossCase.fineVgg19(Pooling.MAX, Padding.REFLECT, 33, 47, 16, "8-16-16-24-16"),
        LossCase.fineVgg19(Pooling.AVG, Padding.REFLECT, 41, 59, 17, "4-5-6-7-5").withRegions(),
        LossCase.vgg19(Pooling.AVG, 38, 29, 18, "16-9-17-8-33").with(Padding.REFLECT),
        LossCase.vgg19(Pooling.MAX, 17, 9, 19, "8-16-24-32-16").with(Padding.REFLECT),
        LossCase.vgg19(Pooling.AVG, 2, 3, 20, "64-5-6-70-5").with(Padding.REFLECT),
        LossCase.vgg19(Pooling.MAX, 1, 37, 21, "16-9-17-8-33").with(Padding.REFLECT),
        LossCase.vgg19(Pooling.AVG, 41, 1, 22, "3-2-17-8-33").with(Padding.REFLECT),
        LossCase.vgg19(Pooling.MAX, 1, 1, 23, "4-5-6-7-5").with(Padding.REFLECT));
  }

  static Stream<LossCase> waveletCases() {
    return Stream.of(
        LossCase.wavelets(33, 47, 1, 3),
        LossCase.wavelets(40, 26, 2, 2),
        LossCase.wavelets(1, 30, 3, 2),
        LossCase.wavelets(29, 1, 4, 2),
        LossCase.wavelets(1, 1, 5, 1),
        LossCase.wavelets(33, 47, 6, 3).withRegions());
  }

  @ParameterizedTest
  @MethodSource({"vgg19Cases", "waveletCases"})
  void equalsSameDiff(LossCase tested) {
    assertBothEqualSameDiff(tested);
  }

  /** Two channels and more: SameDiff's own gradient is wrong for layers of one channel. */
  static Stream<LossCase> randomCases() {
    return LongStream.range(100, 116)
        .mapToObj(
            seed -> {
              Random random = new Random(seed);
              String channels =
                  random
                      .ints(5, 2, 40)
                      .mapToObj(Integer::toString)
                      .collect(Collectors.joining("-"));
              return LossCase.usualVgg19(
                  random.nextBoolean() ? Pooling.MAX : Pooling.AVG,
                  1 + random.nextInt(70),
                  1 + random.nextInt(70),
                  seed,
                  channels);
            });
  }

  @ParameterizedTest
  @MethodSource("randomCases")
  void equalsSameDiffOnRandomModels(LossCase tested) {
    assertBothEqualSameDiff(tested);
  }

  /**
   * What is computed twice comes out the same; with a border, no image is taken by strips. With
   * these channels the memory's peak falls when layers are dropped, however many threads there are;
   * with fewer in the deeper blocks it doesn't.
   */
  @ParameterizedTest
  @CsvSource({"MAX, 64, 64, 3", "AVG, 33, 47, 4"})
  void littleMemoryChangesNoBit(Pooling pooling, int height, int width, long seed) {
    LossCase tested =
        LossCase.usualVgg19(pooling, height, width, seed, "24-48-48-16-16")
            .with(Padding.REPLICATE_FIRST);
    Evaluation roomy = tested.evaluate(float32);
    Evaluation narrow = tested.evaluate(inLittleMemory);
    assertThat(narrow.losses()).isEqualTo(roomy.losses());
    assertThat(narrow.gradient().data().asFloat())
        .containsExactly(roomy.gradient().data().asFloat());
    LossPlan roomyPlan = tested.plan(float32);
    LossPlan narrowPlan = tested.plan(inLittleMemory);
    assertThat(roomyPlan.recomputed()).isZero();
    assertThat(narrowPlan.recomputed()).isPositive();
    assertThat(narrowPlan.arenaBytes()).isLessThan(roomyPlan.arenaBytes());
    assertThat(narrowPlan.schedule().actions())
        .hasSizeGreaterThan(roomyPlan.schedule().actions().size());
  }

  @Test
  void otherTargetsAreBoundToTheSameSteps() {
    LossCase tested = LossCase.wavelets(33, 47, 1, 3);
    try (OneDnnEngine engine = (OneDnnEngine) tested.engine(float32)) {
      CompiledPlan compiled = engine.compiled();
      List<Step> steps = List.copyOf(compiled.steps());
      engine.bind(LossCase.wavelets(33, 47, 2, 3).targets(float32));
      assertThat(engine.compiled()).isSameAs(compiled);
      assertThat(compiled.steps()).hasSameSizeAs(steps);
      for (int i = 0; i < steps.size(); i++) {
        assertThat(compiled.steps().get(i)).isSameAs(steps.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnabledIf("computesBfloat16")
  @MethodSource("bfloat16Cases")
  void bfloat16IsNear(LossCase tested, double lossTolerance, double gradientTolerance) {
    assertNear(tested, bfloat16, lossTolerance, gradientTolerance);
  }

  @ParameterizedTest
  @EnabledIf("computesBfloat16")
  @MethodSource("bfloat16Cases")
  void bfloat16IsNearByWinogradsTransforms(
      LossCase tested, double lossTolerance, double gradientTolerance) {
    assertNear(tested, bfloat16ByWinograd, lossTolerance, gradientTolerance);
  }

  static Stream<Arguments> bfloat16Cases() {
    String channels = "16-24-32-48-48";
    return Stream.of(
        arguments(
            LossCase.usualVgg19(Pooling.MAX, 33, 47, 1, channels),
            BFLOAT16_LOSS_TOLERANCE,
            BFLOAT16_MAX_POOLING_TOLERANCE),
        arguments(
            LossCase.usualVgg19(Pooling.AVG, 48, 80, 4, channels),
            BFLOAT16_LOSS_TOLERANCE,
            BFLOAT16_GRADIENT_TOLERANCE),
        arguments(
            LossCase.usualVgg19(Pooling.MAX, 96, 64, 5, channels),
            BFLOAT16_LOSS_TOLERANCE,
            BFLOAT16_MAX_POOLING_TOLERANCE),
        arguments(
            LossCase.fineVgg19(Pooling.AVG, Padding.REPLICATE, 48, 80, 6, channels),
            BFLOAT16_DISTANCE_LOSS_TOLERANCE,
            BFLOAT16_DISTANCE_GRADIENT_TOLERANCE),
        arguments(
            LossCase.fineVgg19(Pooling.AVG, Padding.REPLICATE, 96, 80, 7, channels).withRegions(),
            BFLOAT16_DISTANCE_LOSS_TOLERANCE,
            BFLOAT16_DISTANCE_GRADIENT_TOLERANCE),
        arguments(
            LossCase.usualVgg19(Pooling.AVG, 48, 80, 4, channels).with(Padding.REFLECT),
            BFLOAT16_LOSS_TOLERANCE,
            BFLOAT16_GRADIENT_TOLERANCE),
        arguments(
            LossCase.fineVgg19(Pooling.AVG, Padding.REFLECT, 47, 79, 6, channels),
            BFLOAT16_DISTANCE_LOSS_TOLERANCE,
            BFLOAT16_DISTANCE_GRADIENT_TOLERANCE),
        arguments(
            LossCase.wavelets(33, 47, 1, 3), BFLOAT16_LOSS_TOLERANCE, BFLOAT16_GRADIENT_TOLERANCE),
        arguments(
            LossCase.wavelets(40, 26, 2, 2), BFLOAT16_LOSS_TOLERANCE, BFLOAT16_GRADIENT_TOLERANCE));
  }

  /** oneDNN's own convolutions compute in bfloat16, or imitate it, from AVX-512 on. */
  static boolean computesBfloat16() {
    int avx512 = dnnl.cpu_isa.avx512_core.value;
    return OneDnn.hasBfloat16() || (dnnl.get_effective_cpu_isa().value & avx512) == avx512;
  }

  /**
   * With average pooling: on noise, maximum pooling chooses another pixel for the least difference,
   * and SameDiff's losses part from the direct kernels' by 2e-3 too.
   */
  @ParameterizedTest
  @CsvSource({"56, 63, 1", "112, 59, 2"})
  void hundredIterationsStayNearThoseOfTheDirectKernels(int height, int width, long seed) {
    LossCase tested = LossCase.usualVgg19(Pooling.AVG, height, width, seed, "16-24-32-48-48");
    EngineFactory direct =
        new OneDnnEngineFactory(
            Precision.FLOAT32, UNLIMITED, convolution -> ConvolutionMethod.DIRECT, sameDiff);
    List<Losses> expected = tested.optimize(direct, ITERATIONS);
    List<Losses> actual = tested.optimize(winograd, ITERATIONS);
    for (int i = 0; i < ITERATIONS; i++) {
      assertLosses(actual.get(i), expected.get(i), RUN_TOLERANCE);
    }
    assertThat(actual.get(ITERATIONS - 1).total()).isLessThan(actual.get(0).total() / 2);
  }

  private void assertBothEqualSameDiff(LossCase tested) {
    Evaluation expected = tested.evaluate(sameDiff);
    assertEqual(tested.evaluate(float32), expected);
    assertEqual(tested.evaluate(winograd), expected);
  }

  private static void assertEqual(Evaluation actual, Evaluation expected) {
    assertThat(actual.engine()).isEqualTo(OneDnnEngine.class);
    assertLosses(actual.losses(), expected.losses(), LOSS_TOLERANCE);
    double largest = expected.gradient().amaxNumber().doubleValue();
    INDArray error = actual.gradient().sub(expected.gradient());
    assertThat(largest).isPositive();
    assertThat(error.amaxNumber().doubleValue() / largest).isLessThan(GRADIENT_TOLERANCE);
  }

  private void assertNear(
      LossCase tested, EngineFactory engines, double lossTolerance, double gradientTolerance) {
    Evaluation actual = tested.evaluate(engines);
    Evaluation expected = tested.evaluate(sameDiff);
    assertThat(actual.engine()).isEqualTo(OneDnnEngine.class);
    assertLosses(actual.losses(), expected.losses(), lossTolerance);
    INDArray error = actual.gradient().sub(expected.gradient());
    assertThat(error.norm2Number().doubleValue() / expected.gradient().norm2Number().doubleValue())
        .isPositive()
        .isLessThan(gradientTolerance);
  }

  private static void assertLosses(Losses actual, Losses expected, double tolerance) {
    assertThat(actual.term("content"))
        .isCloseTo(expected.term("content"), withPercentage(100 * tolerance));
    assertThat(actual.term("style"))
        .isCloseTo(expected.term("style"), withPercentage(100 * tolerance));
    assertThat(actual.term("tv")).isCloseTo(expected.term("tv"), withPercentage(100 * tolerance));
    assertThat(actual.total()).isCloseTo(expected.total(), withPercentage(100 * tolerance));
  }
}
