package io.github.styletransfer.cli;

import io.github.styletransfer.image.write.Chroma;
import io.github.styletransfer.job.OutputChoice;
import picocli.CommandLine.Option;

/** What the result's file is like. */
final class FileOptions {
  @Option(
      names = "--quality",
      paramLabel = "N",
      defaultValue = "95",
      description =
          "Quality of a JPEG or WebP, from 1 to 100, where a WebP loses nothing (default:"
              + " ${DEFAULT-VALUE}).")
  int quality;

  @Option(
      names = "--chroma",
      paramLabel = "4:4:4|4:2:2|4:2:0",
      defaultValue = "4:4:4",
      description =
          "How much of its colour a JPEG keeps: that of each pixel, of every two, or of every four"
              + " (default: ${DEFAULT-VALUE}).")
  Chroma chroma = Chroma.FULL;

  @Option(
      names = "--depth",
      paramLabel = "8|16",
      defaultValue = "8",
      description =
          "Bits of each sample of the result; 16 for .png and .tif (default: ${DEFAULT-VALUE}).")
  int depth;

  @Option(
      names = "--profile",
      paramLabel = "srgb|keep",
      defaultValue = "srgb",
      description =
          "The result's colour profile: sRGB, or the photo's own (default: ${DEFAULT-VALUE}).")
  ProfileChoice profile = ProfileChoice.SRGB;

  @Option(
      names = "--alpha",
      paramLabel = "keep|white",
      defaultValue = "white",
      description =
          "Where the photo is transparent: whether the result is, too, in .png, .tif and .webp, or is"
              + " painted on white (default: ${DEFAULT-VALUE}).")
  AlphaChoice alpha = AlphaChoice.WHITE;

  @Option(
      names = "--strip-metadata",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Whether date, place, camera and author of the photo, and how the result was made, are left"
              + " out of the result's file (default: no).")
  boolean stripMetadata;

  /** The ending of a result that nobody has named: of a format that can hold what is asked for. */
  String ending() {
    return depth == OutputChoice.USUAL_DEPTH && alpha == AlphaChoice.WHITE ? "jpg" : "png";
  }

  /** Which profile the result has. */
  enum ProfileChoice {
    SRGB,
    KEEP
  }

  /** What becomes of the photo's transparency. */
  enum AlphaChoice {
    KEEP,
    WHITE
  }

  /**
   * What is asked for.
   *
   * @throws IllegalArgumentException if there is no such thing
   */
  OutputChoice choice() {
    if (depth != OutputChoice.USUAL_DEPTH && depth != OutputChoice.DEEP) {
      throw new IllegalArgumentException("--depth must be 8 or 16, not " + depth);
    }
    return new OutputChoice(
        quality,
        chroma,
        depth,
        profile == ProfileChoice.KEEP,
        alpha == AlphaChoice.KEEP,
        stripMetadata);
  }
}
