package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.descent.Stages.Stage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.transfer.RunLength;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StagesTest {
  @Test
  void oneSizeIsTheResults() {
    assertThat(new Stages(1000, 1).of(square(500))).containsExactly(stage(0, 0, 1000));
  }

  @Test
  void coarseStagesGetMoreIterations() {
    assertThat(new Stages(150, 3).of(square(500)))
        .containsExactly(stage(2, 0, 86), stage(1, 86, 129), stage(0, 129, 150));
  }

  @Test
  void smallImagesHaveFewerStages() {
    assertThat(new Stages(150, 3).of(square(127)))
        .containsExactly(stage(1, 0, 100), stage(0, 100, 150));
    assertThat(new Stages(150, 3).of(square(128))).hasSize(3);
    assertThat(new Stages(150, 3).of(square(1))).containsExactly(stage(0, 0, 150));
  }

  @Test
  void eachStageHasAnIteration() {
    assertThat(new Stages(2, 3).of(square(500))).containsExactly(stage(1, 0, 1), stage(0, 1, 2));
    assertThat(new Stages(3, 3).of(square(500)))
        .containsExactly(stage(2, 0, 1), stage(1, 1, 2), stage(0, 2, 3));
    assertThat(new Stages(1, 3).of(square(500))).containsExactly(stage(0, 0, 1));
  }

  @Test
  void refusesNumbersBelowOne() {
    assertThatThrownBy(() -> new Stages(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterations must be 1 or more, not 0");
    assertThatThrownBy(() -> new Stages(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes must be 1 or more, not 0");
  }

  @Test
  void isProlongedAtTheResultsOwnSize() {
    Stages stages =
        new Stages(175, 3).prolonging(new Stages(170, 3).prolonging(new Stages(150, 3)));

    assertThat(stages.length(square(500))).isEqualTo(new RunLength(150, 175));
    assertThat(stages.of(square(500)))
        .startsWith(new Stages(150, 3).of(square(500)).toArray(Stage[]::new))
        .endsWith(stage(0, 150, 170), stage(0, 170, 175));
    assertThatThrownBy(
            () -> new Stages(IterationCount.together(1), SizeSteps.doubling(1), List.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more-iterations must be 1 or more, not 0");
  }

  @Test
  void shorterRunsAndOtherSchedulesProlongNothing() {
    Stages had = new Stages(150, 3);
    Stages each = new Stages(IterationCount.each(150, 60), SizeSteps.doubling(3), List.of());
    Stages more = new Stages(IterationCount.each(150, 70), SizeSteps.doubling(3), List.of());

    assertThat(had.prolonging(had)).isEqualTo(had);
    assertThat(new Stages(149, 3).prolonging(had)).isEqualTo(new Stages(149, 3));
    assertThat(each.prolonging(had)).isEqualTo(each);
    assertThat(more.prolonging(each).options()).containsEntry("more-iterations", "10");
  }

  @Test
  void takesAsManySizesAsThereAreFrom128Pixels() {
    Stages stages =
        new Stages(
            IterationCount.each(120, 60),
            new SizeSteps(OptionalInt.empty(), Math.sqrt(2)),
            List.of());
    ImageSize result = new ImageSize(512, 384);

    assertThat(stages.of(result).stream().map(stage -> stage.scaled(result)))
        .containsExactly(
            new ImageSize(128, 96),
            new ImageSize(181, 136),
            new ImageSize(256, 192),
            new ImageSize(362, 272),
            result);
    assertThat(stages.of(result).stream().map(Stage::end)).containsExactly(120, 180, 240, 300, 360);
    assertThat(stages.length(result)).isEqualTo(RunLength.of(360));
    assertThat(stages.length(square(100))).isEqualTo(RunLength.of(120));
    assertThat(stages.options())
        .containsEntry("iterations", "120,60")
        .containsEntry("sizes", "auto")
        .containsEntry("size-ratio", "1.4142135623730951");
  }

  @Test
  void polishTheResultAtItsOwnSize() {
    Stages stages = new Stages(IterationCount.each(6, 3, 4), SizeSteps.doubling(2), List.of(5));

    assertThat(stages.of(square(500)))
        .containsExactly(
            stage(1, 0, 6),
            stage(0, 6, 9),
            new Stage(0, 2, 9, 13, true),
            new Stage(0, 2, 13, 18, true));
    assertThat(stages.length(square(500))).isEqualTo(new RunLength(13, 18));
    assertThat(stages.options()).containsEntry("iterations", "6,3,4");
  }

  @Test
  void morePolishingProlongs() {
    Stages had = polished(4);

    assertThat(polished(9).prolonging(had).options())
        .containsEntry("iterations", "6,3,4")
        .containsEntry("more-iterations", "5");
    assertThat(polished(3).prolonging(had)).isEqualTo(polished(3));
    assertThat(polished(9).prolonging(stages(6, 3))).isEqualTo(polished(9));
    assertThat(stages(6, 9).prolonging(had)).isEqualTo(stages(6, 9));
  }

  private static Stages polished(int iterations) {
    return new Stages(IterationCount.each(6, 3, iterations), SizeSteps.doubling(2), List.of());
  }

  private static Stages stages(int first, int further) {
    return new Stages(IterationCount.each(first, further), SizeSteps.doubling(2), List.of());
  }

  private static ImageSize square(int side) {
    return new ImageSize(side, side);
  }

  private static Stage stage(int step, int first, int end) {
    return new Stage(step, 2, first, end, false);
  }
}
