package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.transfer.Stages.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeMarkTest {
  @Test
  void namesEachSize() {
    assertThat(SizeMark.of(new Stages(150, 3).of(273), 384, 273))
        .containsExactly(
            new SizeMark(0, "96 x 68", true),
            new SizeMark(86, "192 x 137", true),
            new SizeMark(129, "384 x 273", true));
  }

  @Test
  void namesIterationsThatAreAddedAtTheSameSize() {
    assertThat(
            SizeMark.of(
                List.of(new Stage(1, 0, 60), new Stage(0, 60, 100), new Stage(0, 100, 150)),
                384,
                273))
        .extracting(SizeMark::label)
        .containsExactly("192 x 137", "384 x 273", "+50");
  }
}
