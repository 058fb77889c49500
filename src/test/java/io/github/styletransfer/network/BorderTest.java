package io.github.styletransfer.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BorderTest {
  private static final int WIDTH = 4;

  /** Rows and columns are looked at in turn; copies are exact. */
  @ParameterizedTest
  @CsvSource({
    "REPEAT, 1, a, aaa",
    "REPEAT, 1, ab, aabb",
    "REPEAT, 2, abc, aaabccc",
    "REFLECT, 1, a, aaa",
    "REFLECT, 1, ab, baba",
    "REFLECT, 1, abc, babcb",
    "REFLECT, 1, abcd, babcdc",
    "REFLECT, 2, abcd, cbabcdcb",
    "REFLECT, 2, ab, bbabaa"
  })
  void isMadeOfTheImagesOwnPixels(Border.Kind kind, int pixels, String image, String expected) {
    for (boolean vertical : new boolean[] {true, false}) {
      long length = image.length();
      SameDiff graph = SameDiff.create();
      FeatureSize size =
          vertical ? new FeatureSize(length, WIDTH, 1) : new FeatureSize(WIDTH, length, 1);
      FeatureMap map =
          new FeatureMap(graph.constant("image", values(image, vertical, size)), size, 3);
      FeatureMap bordered = new Border(graph, pixels, kind).add(map);
      assertThat(bordered.halvings()).isEqualTo(3);
      assertThat(bordered.size())
          .isEqualTo(new FeatureSize(size.height() + 2L * pixels, size.width() + 2L * pixels, 1));
      INDArray result = bordered.variable().eval();
      assertThat(result.shape())
          .containsExactly(1, bordered.size().height(), bordered.size().width(), 1);
      for (int other = 0; other < WIDTH + 2 * pixels; other++) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < expected.length(); at++) {
          line.append(
              (char) (vertical ? result.getInt(0, at, other, 0) : result.getInt(0, other, at, 0)));
        }
        assertThat(line).hasToString(expected);
      }
    }
  }

  /** The letters down all columns, or along all rows. */
  private static INDArray values(String letters, boolean vertical, FeatureSize size) {
    INDArray values = Nd4j.create(DataType.DOUBLE, 1, size.height(), size.width(), 1);
    for (int row = 0; row < size.height(); row++) {
      for (int column = 0; column < size.width(); column++) {
        values.putScalar(new long[] {0, row, column, 0}, letters.charAt(vertical ? row : column));
      }
    }
    return values;
  }
}
