package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** An optimiser that goes on from a saved state moves the image to the bit as it would have. */
class OptimizerStateTest {
  private static final long[] SHAPE = {1, 5, 7, 3};
  private static final int UPDATES = 40;

  static List<OptimizerSettings> settings() {
    return List.of(
        new AdamSettings(0.3, 0.9, 0.99, 1e-8),
        new AdamSettings(0.3, 0.9, 0.99, 1e-8, 0.8),
        LbfgsSettings.DEFAULT,
        new LbfgsSettings(2, 1e-4, 0.1, 20, 5));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void goesOnToTheBit(OptimizerSettings settings) {
    for (int interruption = 0; interruption < UPDATES; interruption++) {
      INDArray whole = start();
      Optimizer uninterrupted = settings.create(DataType.FLOAT, SHAPE);
      run(uninterrupted, whole, UPDATES);

      INDArray image = start();
      Optimizer first = settings.create(DataType.FLOAT, SHAPE);
      run(first, image, interruption);
      if (first.stopReason().isPresent()) {
        assertThat(interruption).isGreaterThan(20);
        return;
      }
      OptimizerState saved = first.state().copyInto(OptimizerState.INITIAL);
      INDArray savedImage = image.dup();
      run(first, image, 3);
      Optimizer second = settings.create(DataType.FLOAT, SHAPE);
      second.restore(saved);
      run(second, savedImage, UPDATES - interruption);

      assertThat(second.result(savedImage).dup().data().asFloat())
          .as("interrupted after %s updates", interruption)
          .isEqualTo(uninterrupted.result(whole).dup().data().asFloat());
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesAStateOfAnotherShape(OptimizerSettings settings) {
    INDArray image = start();
    Optimizer optimizer = settings.create(DataType.FLOAT, SHAPE);
    run(optimizer, image, 3);
    Optimizer other = settings.create(DataType.FLOAT, 1, 4, 4, 3);

    assertThatIllegalArgumentException().isThrownBy(() -> other.restore(optimizer.state()));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesAStateWithAPartMissing(OptimizerSettings settings) {
    INDArray image = start();
    Optimizer optimizer = settings.create(DataType.FLOAT, SHAPE);
    run(optimizer, image, 3);
    OptimizerState whole = optimizer.state();
    Optimizer other = settings.create(DataType.FLOAT, SHAPE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.restore(new OptimizerState(Map.of(), whole.numbers())));
  }

  private static INDArray start() {
    return Nd4j.linspace(DataType.FLOAT, -3, 0.11, 105).reshape(SHAPE);
  }

  /** Rosenbrock-like: curved, so that line searches take several evaluations. */
  private static void run(Optimizer optimizer, INDArray image, int updates) {
    for (int i = 0; i < updates; i++) {
      INDArray wave = Transforms.sin(image.mul(3), true);
      INDArray slope = Transforms.cos(image.mul(3), true).muli(3);
      double loss = image.mul(image).sumNumber().doubleValue() + wave.sumNumber().doubleValue();
      optimizer.update(image, image.mul(2).addi(slope), loss);
    }
  }
}
