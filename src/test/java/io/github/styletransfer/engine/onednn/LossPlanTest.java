package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.tune.MethodChoice;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.reader.ProgramReader;
import io.github.styletransfer.engine.reader.UnsupportedGraphException;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.vgg.Vgg19;
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
    assertThat(engines.peakBytes(wide.models().losses(2160, 3840), 0)).isLessThan(8 * GIGA);
  }

  /** What the optimiser and the images take is left to them. */
  @Test
  void keepsTheLimitWithWhatElseTheProcessTakes() {
    ModelBuilder models = wide.models();
    long roomy = peakBytes(models, Long.MAX_VALUE, 0);
    long beside = roomy / 20;
    assertThat(peakBytes(models, roomy, 0)).isEqualTo(roomy);
    assertThat(peakBytes(models, roomy, beside)).isLessThanOrEqualTo(roomy);
    assertThat(peakBytes(models, Long.MAX_VALUE, beside)).isEqualTo(roomy + beside);
  }

  private long peakBytes(ModelBuilder models, long limit, long beside) {
    return new OneDnnEngineFactory(Precision.FLOAT32, limit, new SameDiffEngineFactory())
        .peakBytes(models.losses(512, 512), beside);
  }

  private Program program(Pooling pooling, int height, int width) throws UnsupportedGraphException {
    LossModel model =
        new ModelBuilder(((Vgg19) wide.network()).with(pooling), wide.settings(), DataType.FLOAT)
            .losses(height, width);
    return ProgramReader.read(model.graph(), model.image(), model.outputs());
  }

  private static LossPlan plan(Program program, long limit, Precision precision) {
    return LossPlan.within(
        limit, program, precision, new OneDnnKernels(precision, MethodChoice.BY_CHANNELS));
  }
}
