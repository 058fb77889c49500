package io.github.styletransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  @Test
  void areTheMultiplesOfATenthOfTheRun() {
    assertThat(due(1000, 10)).containsExactly(0, 100, 200, 300, 400, 500, 600, 700, 800, 900);
    assertThat(due(20, 10)).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
  }

  @Test
  void areAsManyAsAskedForWhenTheNumberDoesNotDivideTheRun() {
    assertThat(due(12, 10)).containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9, 10);
    assertThat(due(7, 3)).containsExactly(0, 2, 4);
    assertThat(due(2_000_000, 3)).containsExactly(0, 666_666, 1_333_333);
  }

  @Test
  void areAtMostOnePerIteration() {
    assertThat(due(3, 10)).containsExactly(0, 1, 2);
  }

  @Test
  void areNoneWhenNoneAreWanted() {
    assertThat(due(100, 0)).isEmpty();
  }

  @Test
  void refuseANegativeNumber() {
    assertThatThrownBy(() -> new Checkpoints(-1))
        .hasMessage("checkpoints must be 0 or more, not -1");
  }

  private static int[] due(int iterations, int count) {
    Checkpoints checkpoints = new Checkpoints(count);
    RunLength run = RunLength.of(iterations);
    return IntStream.range(0, iterations)
        .filter(iteration -> checkpoints.isDueAfter(iteration, run))
        .toArray();
  }
}
