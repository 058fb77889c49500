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

  /** Against weighted means in double; images are floats of up to 30, rounded by up to 2e-6. */
  @Test
  void givesTheMovingAverageOfTheImages() {
    double decay = 0.7;
    INDArray image = Nd4j.create(new float[] {3, -1}, new long[] {1, 1, 2, 1}, 'c');
    Adam adam = new Adam(new AdamSettings(2, 0.9, 0.99, 1e-8, decay), DataType.FLOAT, 1, 1, 2, 1);
    assertThat(adam.result(image)).isSameAs(image);
    double[] sums = new double[2];
    double weights = 0;
    for (int t = 1; t <= 15; t++) {
      adam.update(image, Nd4j.create(new float[] {1, -t}, new long[] {1, 1, 2, 1}, 'c'), 0);
      weights = decay * weights + 1;
      for (int i = 0; i < 2; i++) {
        sums[i] = decay * sums[i] + image.getDouble(i);
        assertThat(adam.result(image).getDouble(i)).isCloseTo(sums[i] / weights, within(1e-5));
      }
    }
  }

  @Test
  void changesImagesToWhatIsAllowed() {
    INDArray image = Nd4j.create(new float[] {3, -1}, new long[] {1, 1, 2, 1}, 'c');
    Adam adam =
        new Adam(
            new AdamSettings(2, 0.9, 0.99, 1e-8, 0.5),
            some -> some.putScalar(0, Math.max(2.5, some.getDouble(0))),
            DataType.FLOAT,
            1,
            1,
            2,
            1);
    adam.update(image, Nd4j.create(new float[] {1, 1}, new long[] {1, 1, 2, 1}, 'c'), 0);

    assertThat(image.getDouble(0)).isEqualTo(2.5);
    assertThat(image.getDouble(1)).isCloseTo(-3, within(1e-5));
    assertThat(adam.result(image)).isEqualTo(image);
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> new AdamSettings(1, 0.9, 0.99, 1e-8, 1))
        .hasMessage("average must be at least 0 and less than 1, not 1.0");
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
