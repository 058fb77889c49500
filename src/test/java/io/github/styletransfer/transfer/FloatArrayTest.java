package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferOverflowException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class FloatArrayTest {
  @Test
  void itsBytesAreItsMemory() {
    FloatArray array = FloatArray.zeros(2, 3);

    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.bytes().remaining()).isEqualTo(24);
    assertThat(array.bytes().order()).isEqualTo(ByteOrder.nativeOrder());
    array.bytes().putFloat(4, 1.5f);
    assertThat(FloatArray.floats(array).get(1)).isEqualTo(1.5f);
  }

  /** Bits that are no number as a float would be another one after a conversion. */
  @Test
  void carriesIntsBitByBit() {
    int[] values = {0x7f80_0001, -1, 0, 7};
    int[] read = new int[4];

    FloatArray.ints(FloatArray.copyOf(values, 4)).get(read);

    assertThat(read).isEqualTo(values);
  }

  @Test
  void copiesItsValues() {
    float[] values = {1, 2};
    FloatArray array = FloatArray.copyOf(values, 2);
    values[0] = 9;

    assertThat(FloatArray.floats(array).get(0)).isEqualTo(1);
  }

  @Test
  void refusesSizesAndValuesThatDoNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> FloatArray.zeros(2, 0));
    assertThatThrownBy(() -> FloatArray.zeros(1 << 20, 1 << 20))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FloatArray.copyOf(new float[3], 2))
        .isInstanceOf(BufferOverflowException.class);
  }
}
