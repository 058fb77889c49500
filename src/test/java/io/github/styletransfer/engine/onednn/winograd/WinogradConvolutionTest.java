package io.github.styletransfer.engine.onednn.winograd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.program.BorderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolutions by Winograd's transforms, against sums in float64 and the direct kernel. */
class WinogradConvolutionTest {
  /**
   * Of the largest possible result, the sum of the summands' absolute values: 2^-24 for each
   * rounding, of which about twenty follow one another in the transforms, and their factors.
   */
  private static final double TOLERANCE = 2e-6;

  private static final double BFLOAT16_ROUNDING = 0x1p-8;

  static Stream<ConvolutionCase> small() {
    return LongStream.range(0, 60).mapToObj(WinogradConvolutionTest::random);
  }

  private static ConvolutionCase random(long seed) {
    Random random = new Random(seed);
    int[] channels = {1, 2, 3, 5, 16, 20, 64, 100};
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    return ConvolutionCase.of(
        seed,
        1 + random.nextInt(random.nextBoolean() ? 4 : 23),
        1 + random.nextInt(random.nextBoolean() ? 4 : 31),
        channels[random.nextInt(channels.length)],
        channels[random.nextInt(channels.length)],
        direction,
        direction == Direction.FORWARD
            ? random.nextBoolean() ? PostOp.RECTIFY : PostOp.WRITE
            : random.nextBoolean() ? PostOp.ADD : PostOp.WRITE);
  }

  @ParameterizedTest
  @MethodSource({"small", "bordered"})
  void isAsExactAsFloatsAllow(ConvolutionCase tested) {
    assertThat(tested.error(tested.winograd(ElementType.FLOAT32))).isLessThan(TOLERANCE);
  }

  /**
   * Factors and products are floats; rounding the result to 8 bits changes it by up to 2^-8, if it
   * is the largest that the sum could be.
   */
  @ParameterizedTest
  @MethodSource({"small", "bordered"})
  void errsWithBfloat16ByTheRoundingOfItsResult(ConvolutionCase tested) {
    ConvolutionCase rounded = tested.rounded();
    INDArray result = rounded.winograd(ElementType.BFLOAT16);
    assertThat(rounded.error(result)).isLessThan(BFLOAT16_ROUNDING + TOLERANCE);
    assertThat(ConvolutionCase.rounded(result)).isEqualTo(result);
  }

  /** Only what goes forward has a border; columns end before, at and behind tiles. */
  static Stream<ConvolutionCase> bordered() {
    return Stream.of(BorderKind.REPEAT, BorderKind.REFLECT)
        .flatMap(
            kind ->
                Stream.of(
                        new int[] {1, 1, 5, 3},
                        new int[] {1, 2, 2, 16},
                        new int[] {2, 1, 16, 2},
                        new int[] {2, 2, 3, 3},
                        new int[] {3, 4, 16, 20},
                        new int[] {4, 5, 20, 16},
                        new int[] {5, 6, 3, 64},
                        new int[] {7, 8, 64, 5},
                        new int[] {8, 33, 600, 16},
                        new int[] {9, 131, 64, 3})
                    .map(
                        size ->
                            ConvolutionCase.of(
                                    20 + size[0],
                                    size[0],
                                    size[1],
                                    size[2],
                                    size[3],
                                    Direction.FORWARD,
                                    PostOp.RECTIFY)
                                .with(kind)));
  }

  /** Kernels so many that their factors aren't stored, and images of several groups of tiles. */
  static Stream<ConvolutionCase> large() {
    List<ConvolutionCase> all = new ArrayList<>();
    all.add(ConvolutionCase.of(1, 5, 9, 256, 272, Direction.FORWARD, PostOp.RECTIFY));
    all.add(ConvolutionCase.of(2, 6, 3, 272, 256, Direction.BACKWARD, PostOp.WRITE));
    all.add(ConvolutionCase.of(3, 7, 8, 300, 251, Direction.BACKWARD, PostOp.ADD));
    all.add(ConvolutionCase.of(4, 1, 1, 512, 512, Direction.FORWARD, PostOp.RECTIFY));
    all.add(ConvolutionCase.of(5, 9, 13, 600, 130, Direction.FORWARD, PostOp.WRITE));
    all.add(ConvolutionCase.of(6, 70, 131, 8, 12, Direction.FORWARD, PostOp.RECTIFY));
    all.add(ConvolutionCase.of(7, 131, 70, 12, 8, Direction.BACKWARD, PostOp.ADD));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("large")
  void isAsExactWithManyChannelsOrPixels(ConvolutionCase tested) {
    assertThat(tested.error(tested.winograd(ElementType.FLOAT32))).isLessThan(TOLERANCE);
  }

  /** More tiles than go through the cache at a time, with kernels that aren't stored. */
  @Test
  void equalsTheDirectKernel() {
    ConvolutionCase tested =
        ConvolutionCase.of(8, 66, 70, 272, 272, Direction.BACKWARD, PostOp.ADD);
    INDArray direct = tested.direct();
    double largest = direct.amaxNumber().doubleValue();
    assertThat(
            tested.winograd(ElementType.FLOAT32).sub(direct).amaxNumber().doubleValue() / largest)
        .isLessThan(2e-5);
  }

  @Test
  void givesTheSameBitsEachTime() {
    ConvolutionCase tested =
        ConvolutionCase.of(9, 37, 41, 64, 64, Direction.FORWARD, PostOp.RECTIFY);
    assertThat(tested.winograd(ElementType.FLOAT32))
        .isEqualTo(tested.winograd(ElementType.FLOAT32));
  }

  @Test
  void leavesNoNegativeZeroOrNaNBehindTheRectifier() {
    ConvolutionCase tested =
        ConvolutionCase.of(10, 12, 12, 32, 32, Direction.FORWARD, PostOp.RECTIFY);
    for (float value : tested.winograd(ElementType.FLOAT32).data().asFloat()) {
      assertThat(Float.floatToRawIntBits(value)).isNotNegative();
    }
  }
}
