package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.descent.Stages.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
  @Test
  void oneSizeIsTheResults() {
    assertThat(new Stages(1000, 1).of(500)).containsExactly(new Stage(0, 0, 1000));
  }

  @Test
  void coarseStagesGetMoreIterations() {
    assertThat(new Stages(150, 3).of(500))
        .containsExactly(new Stage(2, 0, 86), new Stage(1, 86, 129), new Stage(0, 129, 150));
  }

  @Test
  void smallImagesHaveFewerStages() {
    assertThat(new Stages(150, 3).of(127))
        .containsExactly(new Stage(1, 0, 100), new Stage(0, 100, 150));
    assertThat(new Stages(150, 3).of(128)).hasSize(3);
    assertThat(new Stages(150, 3).of(1)).containsExactly(new Stage(0, 0, 150));
  }

  @Test
  void eachStageHasAnIteration() {
    assertThat(new Stages(2, 3).of(500)).containsExactly(new Stage(1, 0, 1), new Stage(0, 1, 2));
    assertThat(new Stages(3, 3).of(500))
        .containsExactly(new Stage(2, 0, 1), new Stage(1, 1, 2), new Stage(0, 2, 3));
    assertThat(new Stages(1, 3).of(500)).containsExactly(new Stage(0, 0, 1));
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
    Stages stages = new Stages(150, 3).prolonged(0).prolonged(20).prolonged(5);

    assertThat(stages.total()).isEqualTo(175);
    assertThat(stages.of(500))
        .startsWith(new Stages(150, 3).of(500).toArray(Stage[]::new))
        .endsWith(new Stage(0, 150, 170), new Stage(0, 170, 175));
    assertThatThrownBy(() -> new Stages(1, 1, List.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more-iterations must be 1 or more, not 0");
    assertThatThrownBy(() -> new Stages(Integer.MAX_VALUE, 1).prolonged(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
