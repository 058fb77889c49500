package io.github.styletransfer.engine.onednn.gram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.GramAction;
import io.github.styletransfer.engine.plan.Schedule;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gram matrices of which half is computed, against sums in float64. */
class SymmetricGramTest {
  /**
   * Of the sum of the products' absolute values: 2^-24 for each of a chunk's up to 1024 additions
   * in a row, of which most cancel each other; about the square root of their number stays.
   */
  private static final double TOLERANCE = 4e-6;

  /** Less than a chunk, whole chunks, and some that are left; one strip to many. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 32",
    "3, 5, 64",
    "16, 32, 64",
    "16, 33, 64",
    "31, 100, 32",
    "64, 64, 128",
    "37, 53, 96",
    "20, 21, 256",
    "5, 103, 512",
  })
  void equalsSumsInDoublePrecision(int height, int width, int channels) {
    INDArray features = features(height, width, channels);
    float[] values = features.data().asFloat();
    float[] matrix = gram(features).data().asFloat();
    for (int row = 0; row < channels; row++) {
      for (int column = 0; column < channels; column++) {
        double sum = 0;
        double absolute = 0;
        for (int pixel = 0; pixel < height * width; pixel++) {
          double product =
              (double) values[pixel * channels + row] * values[pixel * channels + column];
          sum += product;
          absolute += Math.abs(product);
        }
        assertThat(Math.abs(matrix[row * channels + column] - sum))
            .as("row %d, column %d", row, column)
            .isLessThanOrEqualTo(TOLERANCE * absolute);
      }
    }
  }

  @Test
  void givesTheSameBitsEachTime() {
    INDArray features = features(61, 67, 64);
    assertThat(gram(features)).isEqualTo(gram(features));
  }

  private static INDArray features(int height, int width, int channels) {
    return RandomNetworks.normal(new Random(height), 3, 1, height, width, channels);
  }

  /** Computed twice by one plan, so that sums of an earlier iteration would be seen. */
  private static INDArray gram(INDArray features) {
    TensorSize size = TensorSize.of(features.size(1), features.size(2), features.size(3));
    Tensor tensor = new Tensor(0, "features", size);
    Tensor matrix = new Tensor(1, "gram", TensorSize.matrix(size.channels(), size.channels()));
    Buffer from = new Buffer(ElementType.FLOAT32, size.elements());
    Buffer to = new Buffer(ElementType.FLOAT32, matrix.size().elements());
    GramAction wanted = new GramAction(new Node.Gram(tensor, tensor, 1, matrix), from, from, to);
    assertThat(SymmetricGram.fits(wanted)).isTrue();
    Action action = SymmetricGram.action(wanted);
    Schedule schedule = new Schedule();
    schedule.add(action);
    schedule.keep(from);
    INDArray result = Nd4j.create(DataType.FLOAT, size.channels(), size.channels());
    try (CompiledPlan plan = CompiledPlan.of(schedule, schedule.lay())) {
      plan.set(from, features);
      plan.run();
      plan.run();
      plan.get(to, result);
    }
    return result;
  }
}
