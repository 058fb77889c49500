package io.github.styletransfer.patches;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that decides what is painted with patches, beside the two images.
 *
 * @param contentStrength how strongly the photo's edges are kept, 0 or more
 * @param finestPatch the smallest side of a patch, in pixels: odd, from 3 to 17; that of 5 is
 *     reached at sizes of about 512 pixels and more, smaller pictures have larger ones
 * @param styleScale the painting's width as a part of the result's, from 0.25 to 4; a larger one
 *     makes larger strokes
 * @param sizes how many sizes to work through, 0 or more; 0 for as many as the result's size asks
 *     for
 * @param finish whether the result is finished in further steps at its own size
 * @param seed of all that is drawn at random
 */
public record PatchSettings(
    double contentStrength,
    int finestPatch,
    double styleScale,
    int sizes,
    boolean finish,
    long seed) {
  /** What is used unless something else is asked for. */
  public static final PatchSettings DEFAULT = new PatchSettings(12, 5, 1, 0, true, 1);

  /** The smallest side of a patch, in pixels. */
  public static final int SMALLEST_PATCH = 3;

  /** The largest side of a patch, in pixels. */
  public static final int LARGEST_PATCH = 17;

  /** The smallest width of a painting, as a part of the result's. */
  public static final double SMALLEST_SCALE = 0.25;

  /** The largest width of a painting, as a part of the result's. */
  public static final double LARGEST_SCALE = 4;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public PatchSettings {
    if (!(contentStrength >= 0) || Double.isInfinite(contentStrength)) {
      throw new IllegalArgumentException(
          "content-strength must be 0 or more, not " + contentStrength);
    }
    if (finestPatch < SMALLEST_PATCH || finestPatch > LARGEST_PATCH || finestPatch % 2 == 0) {
      throw new IllegalArgumentException(
          "finest-patch must be an odd number from %d to %d, not %d"
              .formatted(SMALLEST_PATCH, LARGEST_PATCH, finestPatch));
    }
    if (!(styleScale >= SMALLEST_SCALE && styleScale <= LARGEST_SCALE)) {
      throw new IllegalArgumentException("style-scale must be from 0.25 to 4, not " + styleScale);
    }
    if (sizes < 0) {
      throw new IllegalArgumentException("sizes must be 0 or more, not " + sizes);
    }
  }

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}: long names
   * without dashes, values as on the command line. A number of sizes that the result's size decides
   * is left out.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("seed", Long.toString(seed));
    options.put("content-strength", plain(contentStrength));
    options.put("finest-patch", Integer.toString(finestPatch));
    options.put("style-scale", plain(styleScale));
    options.put("finish", Boolean.toString(finish));
    if (sizes > 0) {
      options.put("sizes", Integer.toString(sizes));
    }
    return options;
  }

  /** For the log. */
  @Override
  public String toString() {
    return "Content strength %s, finest patch %d, style scale %s, %s, seed %d"
        .formatted(
            plain(contentStrength),
            finestPatch,
            plain(styleScale),
            finish ? "with a finish" : "no finish",
            seed);
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
