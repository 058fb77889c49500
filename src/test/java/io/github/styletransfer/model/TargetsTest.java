package io.github.styletransfer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.model.loss.TargetName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TargetsTest {
  private static final TargetName GRAM = new TargetName("style", "relu1_1");

  @Test
  void ofTwoPaintingsAreTheWeightedMean() {
    double[] one = numbers(1);
    double[] other = numbers(2);
    INDArray mean =
        Objects.requireNonNull(
            Targets.mean(List.of(targets(one), targets(other)), 0.25, 0.75).arrays().get(GRAM));

    assertThat(mean.dataType()).isEqualTo(DataType.FLOAT);
    for (int i = 0; i < one.length; i++) {
      double expected = 0.25 * (float) one[i] + 0.75 * (float) other[i];
      // Half a unit in the last place of a float, as only the result is rounded.
      assertThat(mean.getDouble(i)).isCloseTo(expected, within(Math.abs(expected) * 6e-8));
    }
  }

  @Test
  void ofTheSamePaintingTwiceAreItsOwn() {
    Targets targets = targets(numbers(3));

    assertThat(Targets.mean(List.of(targets, targets), 0.5, 0.5).arrays().get(GRAM))
        .isEqualTo(targets.arrays().get(GRAM));
    assertThat(Targets.mean(List.of(targets), 1)).isSameAs(targets);
  }

  private static Targets targets(double... gram) {
    return new Targets(Map.of(GRAM, Nd4j.create(gram, 4, 4).castTo(DataType.FLOAT)));
  }

  private static double[] numbers(long seed) {
    return new Random(seed).doubles(16, -1000, 1000).toArray();
  }
}
