package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.exception.ND4JIllegalStateException;
import org.nd4j.linalg.factory.Nd4j;

class FlatArrayTest {
  /** One element, blocks with and without a rest of one element, the largest with many blocks. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8191, 8192, 8193, 3_000_001})
  void sumsAnyLengthMorePreciselyThanFloat(int length) {
    Random random = new Random(1);
    float[] a = new float[length];
    double expected = 0;
    for (int i = 0; i < length; i++) {
      a[i] = random.nextFloat();
      expected += (double) a[i] * a[i];
    }
    FlatArray vector = FlatArray.viewOf(array(a));
    assertThat(vector.dot(vector) / expected).isCloseTo(1, within(1e-6));
  }

  @Test
  void changesTheMemoryThatItIsAViewOf() {
    INDArray image = array(1, 2, 3, 4).reshape(2, 2);
    FlatArray view = FlatArray.viewOf(image);
    view.addScaled(2, FlatArray.viewOf(array(10, 20, 30, 40)));
    view.scale(-1);
    assertThat(image).isEqualTo(array(-21, -42, -63, -84).reshape(2, 2));
  }

  @Test
  void refusesAnArrayThatCouldOnlyBeCopied() {
    INDArray transposed = Nd4j.zeros(DataType.FLOAT, 2, 3).transpose();
    assertThatThrownBy(() -> FlatArray.viewOf(transposed))
        .isInstanceOf(ND4JIllegalStateException.class);
  }

  private static INDArray array(float... values) {
    return Nd4j.createFromArray(values);
  }
}
