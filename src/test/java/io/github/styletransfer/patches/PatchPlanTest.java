package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.patches.PatchPlan.Kind;
import io.github.styletransfer.patches.PatchPlan.Part;
import io.github.styletransfer.transfer.PlannedStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPlanTest {
  /** Sizes, and for rounds the sides of their patches. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 x 1 | 1 x 1 | 1 x 1 (17)",
        "30 x 20 | 30 x 20 | 30 x 20 (17)",
        "64 x 48 | 64 x 48 | 64 x 48 (17)",
        "256 x 192 | 64 x 48, 128 x 96 |"
            + " 64 x 48 (17), 91 x 68 (15), 128 x 96 (13), 181 x 136 (11), 256 x 192 (9)",
        "512 x 384 | 64 x 48, 128 x 96, 256 x 192 |"
            + " 64 x 48 (17), 91 x 68 (15), 128 x 96 (13), 181 x 136 (11), 256 x 192 (9),"
            + " 362 x 272 (7), 512 x 384 (5)",
        "1024 x 768 | 64 x 48, 128 x 96, 256 x 192, 512 x 384 |"
            + " 64 x 48 (17), 91 x 68 (15), 128 x 96 (13), 181 x 136 (11), 256 x 192 (9),"
            + " 362 x 272 (7), 512 x 384 (5), 724 x 543 (5), 1024 x 768 (5)",
        "4000 x 3000 | 63 x 47, 125 x 94, 250 x 188, 500 x 375, 1000 x 750, 2000 x 1500 |"
            + " 64 x 48 (17), 90 x 68 (15), 127 x 96 (13), 180 x 135 (11), 254 x 190 (9),"
            + " 358 x 269 (7), 506 x 379 (5), 714 x 536 (5), 1008 x 756 (5), 1423 x 1067 (5),"
            + " 2008 x 1506 (5), 2834 x 2126 (5), 4000 x 3000 (5)",
        "10000 x 20 | 5000 x 10 | 10000 x 20 (17)",
        "20 x 10000 | 10 x 5000 | 20 x 10000 (17)",
      })
  void growsFromSmallToLarge(String result, String guide, String rounds) {
    PatchPlan plan = PatchPlan.of(PatchSettings.DEFAULT, size(result));

    assertThat(sizes(plan, Kind.GUIDE)).isEqualTo(guide);
    assertThat(sizes(plan, Kind.ROUNDS)).isEqualTo(rounds);
    assertThat(sizes(plan, Kind.FINISH)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 x 1",
        "2 x 9",
        "30 x 20",
        "80 x 16",
        "256 x 192",
        "1023 x 767",
        "4000 x 3000",
        "10000 x 20",
        "20 x 10000"
      })
  void isOnePartAfterTheOther(String result) {
    for (int sizes : new int[] {0, 1, 2, 3, 30}) {
      for (boolean finish : new boolean[] {true, false}) {
        PatchPlan plan = PatchPlan.of(new PatchSettings(1, 7, 1, sizes, finish, 1), size(result));
        int next = 0;
        Kind kind = Kind.GUIDE;
        for (Part part : plan.parts()) {
          PlannedStage stage = part.stage();
          assertThat(stage.first()).isEqualTo(next);
          assertThat(stage.iterations()).isPositive();
          assertThat(stage.work()).isPositive();
          assertThat(part.kind()).isGreaterThanOrEqualTo(kind);
          assertThat(part.size().width()).isBetween(1, size(result).width());
          assertThat(part.size().height()).isBetween(1, size(result).height());
          next = stage.end();
          kind = part.kind();
        }
        List<PlannedStage> stages = plan.stages();

        assertThat(plan.total()).isEqualTo(next);
        assertThat(stages).hasSameSizeAs(plan.parts());
        assertThat(stages.get(stages.size() - 1).size()).isEqualTo(result);
        assertThat(kind).isEqualTo(finish ? Kind.FINISH : Kind.ROUNDS);
        assertThat(plan.first(Kind.GUIDE)).isEqualTo(plan.parts().get(0));
        assertThat(plan.last(Kind.ROUNDS).size()).isEqualTo(size(result));
      }
    }
  }

  @Test
  void hasAsManySizesAsAskedFor() {
    assertThat(sizes(plan(1, 5), Kind.ROUNDS)).isEqualTo("512 x 384 (17)");
    assertThat(sizes(plan(2, 5), Kind.ROUNDS)).isEqualTo("64 x 48 (17), 512 x 384 (5)");
    assertThat(sizes(plan(3, 5), Kind.ROUNDS))
        .isEqualTo("64 x 48 (17), 181 x 136 (11), 512 x 384 (5)");
    assertThat(plan(40, 5).parts().stream().filter(part -> part.kind() == Kind.ROUNDS)).hasSize(40);
  }

  @Test
  void patchesAreNotFinerThanAskedFor() {
    assertThat(sizes(plan(3, 17), Kind.ROUNDS))
        .isEqualTo("64 x 48 (17), 181 x 136 (17), 512 x 384 (17)");
    assertThat(sizes(plan(3, 13), Kind.ROUNDS))
        .isEqualTo("64 x 48 (17), 181 x 136 (13), 512 x 384 (13)");
    assertThat(plan(0, 3).last(Kind.ROUNDS).side()).isEqualTo(5);
    assertThat(
            PatchPlan.of(new PatchSettings(1, 3, 1, 0, true, 1), new ImageSize(1024, 768))
                .last(Kind.ROUNDS)
                .side())
        .isEqualTo(3);
  }

  private static PatchPlan plan(int sizes, int finest) {
    return PatchPlan.of(new PatchSettings(1, finest, 1, sizes, true, 1), new ImageSize(512, 384));
  }

  private static ImageSize size(String size) {
    String[] sides = size.split(" x ", -1);
    return new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  private static String sizes(PatchPlan plan, Kind kind) {
    return String.join(
        ", ",
        plan.parts().stream()
            .filter(part -> part.kind() == kind)
            .map(part -> part.stage().size() + (part.side() > 0 ? " (" + part.side() + ")" : ""))
            .toList());
  }
}
