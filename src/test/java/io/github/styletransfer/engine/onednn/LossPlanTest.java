package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.ProgramReader;
import io.github.styletransfer.engine.program.UnsupportedGraphException;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.model.TargetModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class LossPlanTest {
  private static final long GIGA = 1_000_000_000;

  private final LossCase wide = LossCase.usualVgg19(Pooling.MAX, 96, 96, 1, "64-128-256-512-512");

  @ParameterizedTest
  @EnumSource
  void fewerBytesMeanMoreWork(Pooling pooling) throws UnsupportedGraphException {
    Program program = program(pooling, 512, 512);
    LossPlan roomy = plan(program, Long.MAX_VALUE, Precision.FLOAT32);
    LossPlan narrow = plan(program, 0, Precision.FLOAT32);
    LossPlan between = plan(program, roomy.arenaBytes() - 1, Precision.FLOAT32);
    assertThat(roomy.recomputed()).isZero();
    assertThat(narrow.arenaBytes()).isLessThan(roomy.arenaBytes());
    assertThat(between.arenaBytes()).isLessThan(roomy.arenaBytes());
    assertThat(narrow.schedule().actions()).hasSizeGreaterThan(roomy.schedule().actions().size());
  }

  @Test
  void bfloat16TakesHalfTheMemory() throws UnsupportedGraphException {
    Program program = program(Pooling.MAX, 512, 512);
    double ratio =
        (double) plan(program, Long.MAX_VALUE, Precision.BFLOAT16).arenaBytes()
            / plan(program, Long.MAX_VALUE, Precision.FLOAT32).arenaBytes();
    assertThat(ratio).isBetween(0.4, 0.6);
  }

  /** 3840 x 2160 pixels, the whole process. */
  @ParameterizedTest
  @EnumSource
  void anImageOfFourThousandPixelsFitsIntoEightGigabytes(Precision precision) {
    EngineFactory engines =
        new OneDnnEngineFactory(precision, 8 * GIGA, new SameDiffEngineFactory());
    ModelBuilder models = new ModelBuilder(wide.network(), Pooling.MAX, DataType.FLOAT);
    assertThat(engines.peakBytes(models, 2160, 3840, wide.settings(), 0)).isLessThan(8 * GIGA);
  }

  /** What the optimiser and the images take is left to them. */
  @Test
  void keepsTheLimitWithWhatElseTheProcessTakes() {
    ModelBuilder models = new ModelBuilder(wide.network(), Pooling.MAX, DataType.FLOAT);
    long roomy = peakBytes(models, Long.MAX_VALUE, 0);
    long beside = roomy / 20;
    assertThat(peakBytes(models, roomy, 0)).isEqualTo(roomy);
    assertThat(peakBytes(models, roomy, beside)).isLessThanOrEqualTo(roomy);
    assertThat(peakBytes(models, Long.MAX_VALUE, beside)).isEqualTo(roomy + beside);
  }

  private long peakBytes(ModelBuilder models, long limit, long beside) {
    return new OneDnnEngineFactory(Precision.FLOAT32, limit, new SameDiffEngineFactory())
        .peakBytes(models, 512, 512, wide.settings(), beside);
  }

  private Program program(Pooling pooling, int height, int width) throws UnsupportedGraphException {
    TargetModel features =
        new ModelBuilder(wide.network(), pooling, DataType.FLOAT)
            .features(height, width, wide.settings());
    return ProgramReader.read(features.graph(), features.image(), features.outputs().values())
        .withErrors();
  }

  private static LossPlan plan(Program program, long limit, Precision precision) {
    return LossPlan.within(
        limit, program, program.sumOfTerms(), precision, MethodChoice.BY_CHANNELS);
  }
}
