package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeMarkTest {
  @Test
  void namesEachSize() {
    assertThat(
            SizeMark.of(
                List.of(
                    new PlannedStage(0, 86, 96, 68, 1),
                    new PlannedStage(86, 129, 192, 137, 4),
                    new PlannedStage(129, 150, 384, 273, 16))))
        .containsExactly(
            new SizeMark(0, "96 x 68", true),
            new SizeMark(86, "192 x 137", true),
            new SizeMark(129, "384 x 273", true));
  }

  @Test
  void namesIterationsThatAreAddedAtTheSameSize() {
    assertThat(
            SizeMark.of(
                List.of(
                    new PlannedStage(0, 60, 192, 137, 1),
                    new PlannedStage(60, 100, 384, 273, 4),
                    new PlannedStage(100, 150, 384, 273, 4))))
        .extracting(SizeMark::label)
        .containsExactly("192 x 137", "384 x 273", "+50");
  }

  @Test
  void theBriefLabelIsTheLongerSide() {
    assertThat(new SizeMark(0, "192 x 137", true).brief()).isEqualTo("192 px");
    assertThat(new SizeMark(0, "96 x 1280", true).brief()).isEqualTo("1280 px");
    assertThat(new SizeMark(0, "+50", false).brief()).isEqualTo("+50");
  }

  @Test
  void tellsIterationsOfAnotherKindAtTheSameSizeApart() {
    assertThat(
            SizeMark.of(
                List.of(
                    new PlannedStage(0, 30, 384, 273, 40), new PlannedStage(30, 38, 384, 273, 90))))
        .containsExactly(new SizeMark(0, "384 x 273", true), new SizeMark(30, "384 x 273", true));
  }
}
