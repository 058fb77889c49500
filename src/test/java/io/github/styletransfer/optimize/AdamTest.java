package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AdamTest {
  /**
   * Against the formula in double precision. The updater holds its moments in float and forms 1 -
   * beta2^t in float, whose relative error is at most 6e-8 / 0.001 at the first step.
   */
  @Test
  void movesAsTheEpsilonHatFormulaSays() {
    double rate = 10;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-2;
    int size = 50;
    Random random = new Random(1);
    INDArray image = Nd4j.create(DataType.FLOAT, 1, 5, 10, 1);
    Adam adam =
        new Adam(new AdamSettings(rate, beta1, beta2, epsilon), DataType.FLOAT, 1, 5, 10, 1);
    double[] x = new double[size];
    double[] m = new double[size];
    double[] v = new double[size];
    for (int t = 1; t <= 30; t++) {
      float[] g = new float[size];
      for (int i = 0; i < size; i++) {
        g[i] = (float) random.nextGaussian();
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        double step = rate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        x[i] -= step * m[i] / (Math.sqrt(v[i]) + epsilon);
      }
      adam.update(image, Nd4j.create(g, new long[] {1, 5, 10, 1}, 'c'), 0);
      for (int i = 0; i < size; i++) {
        assertThat(image.getDouble(i)).isCloseTo(x[i], within(1e-4 * rate * t));
      }
    }
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> new AdamSettings(0, 0.9, 0.999, 1e-8))
        .hasMessage("learning rate must be more than 0, not 0.0");
    assertThatThrownBy(() -> new AdamSettings(1, 1, 0.999, 1e-8))
        .hasMessage("beta1 must be at least 0 and less than 1, not 1.0");
    assertThatThrownBy(() -> new AdamSettings(1, 0.9, -0.1, 1e-8))
        .hasMessage("beta2 must be at least 0 and less than 1, not -0.1");
    assertThatThrownBy(() -> new AdamSettings(1, 0.9, 0.999, Double.NaN))
        .hasMessage("epsilon must be more than 0, not NaN");
  }
}
