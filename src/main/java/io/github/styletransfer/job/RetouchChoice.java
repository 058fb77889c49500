package io.github.styletransfer.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What any method's images are changed by: the painting before it is looked at, the pictures before
 * they are shown.
 *
 * @param styleColors whose colours the painting gets
 * @param keepColors whether pictures get the photo's colours
 * @param where an image that is white where the photo is painted and black where it stays; empty
 *     for everywhere
 */
public record RetouchChoice(
    StyleColors styleColors, boolean keepColors, Optional<InputFile> where) {
  /** The option of the mask. */
  public static final String WHERE = "where";

  /** Pictures as the method paints them. */
  public static final RetouchChoice NONE =
      new RetouchChoice(StyleColors.PAINTING, false, Optional.empty());

  /** The files that are read, by the options that name them. */
  public Map<String, InputFile> inputs() {
    Map<String, InputFile> inputs = new LinkedHashMap<>();
    where.ifPresent(mask -> inputs.put(WHERE, mask));
    return inputs;
  }

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}; those with
   * their defaults are left out.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    if (styleColors != StyleColors.PAINTING) {
      options.put("style-colors", OptionWord.of(styleColors));
    }
    if (keepColors) {
      options.put("keep-colors", "true");
    }
    where.ifPresent(mask -> options.put(WHERE, mask.recorded().toString()));
    return options;
  }

  /** For the log, line by line; empty if there is nothing to say. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    if (styleColors == StyleColors.PHOTO) {
      lines.add("The painting gets the photo's colours first");
    }
    if (keepColors) {
      lines.add("The result keeps the photo's colours");
    }
    where.ifPresent(mask -> lines.add("Painted where " + mask + " is white"));
    return lines;
  }
}
