package io.github.styletransfer.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a stage of a run begins, for people to see.
 *
 * @param first the stage's first iteration, 0-based
 * @param label such as {@code 256 x 192}; such as {@code +50}, for more iterations of the same kind
 *     at the same size
 * @param newSize whether the stage before had another size or kind of iteration, so that losses
 *     aren't comparable
 */
public record SizeMark(int first, String label, boolean newSize) {
  private static final Pattern SIZE = Pattern.compile("(\\d+) x (\\d+)");

  /** The label, of a size only the longer side: {@code 256 px}. */
  public String brief() {
    Matcher size = SIZE.matcher(label);
    return size.matches()
        ? Math.max(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))) + " px"
        : label;
  }

  /**
   * The marks of a run, one for each of its stages.
   *
   * @param stages in their order
   */
  public static List<SizeMark> of(List<PlannedStage> stages) {
    List<SizeMark> marks = new ArrayList<>();
    @Nullable PlannedStage before = null;
    for (PlannedStage stage : stages) {
      boolean newSize = before == null || !stage.isLike(before);
      marks.add(
          new SizeMark(stage.first(), newSize ? stage.size() : "+" + stage.iterations(), newSize));
      before = stage;
    }
    return marks;
  }
}
