package io.github.styletransfer.transfer;

import io.github.styletransfer.transfer.Stages.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a stage of a run begins, for people to see.
 *
 * @param first the stage's first iteration, 0-based
 * @param label such as {@code 256 x 192}; such as {@code +50}, for more iterations at the same size
 * @param newSize whether the stage before had another size, so that losses aren't comparable
 */
public record SizeMark(int first, String label, boolean newSize) {
  /**
   * The marks of a run, one for each of its stages.
   *
   * @param stages in their order
   * @param width of the result
   * @param height of the result
   */
  public static List<SizeMark> of(List<Stage> stages, int width, int height) {
    List<SizeMark> marks = new ArrayList<>();
    int halvings = -1;
    for (Stage stage : stages) {
      boolean newSize = stage.halvings() != halvings;
      marks.add(
          new SizeMark(
              stage.first(),
              newSize ? size(stage, width, height) : "+" + (stage.end() - stage.first()),
              newSize));
      halvings = stage.halvings();
    }
    return marks;
  }

  /** A stage's size, such as {@code 256 x 192}. */
  public static String size(Stage stage, int width, int height) {
    return stage.scaled(width) + " x " + stage.scaled(height);
  }
}
