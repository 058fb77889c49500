package io.github.styletransfer.job;

import io.github.styletransfer.image.write.Chroma;
import io.github.styletransfer.image.write.FileSettings;
import io.github.styletransfer.image.write.OutputFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the result's file is like, whatever the method.
 *
 * @param quality of formats that lose something, 1..100
 * @param chroma how much of it a JPEG keeps
 * @param depth bits of a sample, 8 or 16
 * @param keepProfile whether it has the photo's colour profile, not sRGB
 * @param keepAlpha whether it is transparent where the photo is
 * @param stripMetadata whether it says nothing of the photo, nor of how it was made
 */
public record OutputChoice(
    int quality,
    Chroma chroma,
    int depth,
    boolean keepProfile,
    boolean keepAlpha,
    boolean stripMetadata) {
  /** Bits of a sample, unless more are asked for. */
  public static final int USUAL_DEPTH = 8;

  /** The most bits of a sample. */
  public static final int DEEP = 16;

  /** What nobody asks for. */
  public static final OutputChoice DEFAULT =
      new OutputChoice(FileSettings.DEFAULT_QUALITY, Chroma.FULL, USUAL_DEPTH, false, false, false);

  /** Whether samples have 16 bits. */
  public boolean isDeep() {
    return depth == DEEP;
  }

  /** Whether a file of this name says more than its colours. */
  public boolean isDescribed(Path result) {
    return !stripMetadata && OutputFormat.of(result).orElseThrow().isDescribed();
  }

  /**
   * Refuses what the result's format can't hold.
   *
   * @param result its file
   * @throws UserException if it can't hold what is asked for
   */
  public void requirePossible(Path result) throws UserException {
    OutputFormat format = OutputFormat.of(result).orElseThrow();
    if (isDeep() && !format.isDeep()) {
      throw refused(result, "--depth 16", "samples of 16 bits", OutputFormat::isDeep);
    }
    if (keepAlpha && !format.isTransparent()) {
      throw refused(result, "--alpha keep", "transparency", OutputFormat::isTransparent);
    }
    if (keepProfile && !format.isDescribed()) {
      throw refused(result, "--profile keep", "a colour profile", OutputFormat::isDescribed);
    }
  }

  private static UserException refused(
      Path result, String option, String what, Predicate<OutputFormat> able) {
    String name = String.valueOf(result.getFileName());
    return new UserException(
        ExitCode.USAGE,
        "%s: a %s file can't hold %s. Let the name of the result end in %s, or leave %s out."
            .formatted(
                option,
                name.substring(name.lastIndexOf('.')),
                what,
                OutputFormat.endings(able),
                option));
  }

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}; those with
   * their defaults are left out.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    if (quality != DEFAULT.quality) {
      options.put("quality", Integer.toString(quality));
    }
    if (chroma != DEFAULT.chroma) {
      options.put("chroma", chroma.toString());
    }
    if (depth != DEFAULT.depth) {
      options.put("depth", Integer.toString(depth));
    }
    if (keepProfile) {
      options.put("profile", "keep");
    }
    if (keepAlpha) {
      options.put("alpha", "keep");
    }
    if (stripMetadata) {
      options.put("strip-metadata", "true");
    }
    return options;
  }
}
