package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.LbfgsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RollbackTest {
  private static final AdamSettings SETTINGS = new AdamSettings(8, 0.9, 0.99, 1e-8);
  private static final long MEGAPIXEL = 1_000_000L * 3;

  private final INDArray image = Nd4j.valueArrayOf(12, 3F);
  private final Adam adam = SETTINGS.create(DataType.FLOAT, 12);

  /** Of an image of 12 elements, with its optimiser's state if it is not large. */
  @ParameterizedTest
  @CsvSource({"12, 1", "11, 0"})
  void leadsBack(long mostWithState, double updates) {
    Rollback rollback = new Rollback(mostWithState);
    update();
    INDArray before = image.dup();
    rollback.visit(0, 5, image, adam);
    update();
    update();

    rollback.restore(image, adam);

    assertThat(image).isEqualTo(before);
    assertThat(adam.state().numbers()).containsEntry("updates", updates);
    INDArray moment = adam.state().arrays().values().iterator().next();
    assertThat(moment.amaxNumber().doubleValue() > 0).isEqualTo(updates > 0);
  }

  @Test
  void takesLessMemoryOfALargeImage() {
    assertThat(Rollback.bytes(8 * MEGAPIXEL, SETTINGS)).isEqualTo(12 * 8 * MEGAPIXEL);
    assertThat(Rollback.bytes(48 * MEGAPIXEL, SETTINGS)).isEqualTo(4 * 48 * MEGAPIXEL);
    assertThat(Rollback.bytes(MEGAPIXEL, LbfgsSettings.DEFAULT)).isZero();
  }

  private void update() {
    adam.update(image, Nd4j.valueArrayOf(12, 2F), 1);
  }
}
