package io.github.styletransfer.cli;

import io.github.styletransfer.image.Resampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which images are read and written. */
final class ImageOptions {
  @Option(
      names = "--content",
      required = true,
      paramLabel = "FILE",
      order = 10,
      converter = ValueConverters.FileName.class,
      description =
          "The photo; - is standard input. A name that doesn't exist is looked up in"
              + " input/content/, then input/.")
  String content = "";

  @Option(
      names = "--style",
      required = true,
      paramLabel = "FILE",
      order = 11,
      converter = ValueConverters.FileName.class,
      description =
          "The painting; - is standard input. A name that doesn't exist is looked up in"
              + " input/style/, then input/.")
  String style = "";

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      order = 12,
      converter = ValueConverters.FileName.class,
      description =
          "The result: .jpg, .png, .bmp or .tif. A name without a folder goes to output/.")
  String output = "";

  @Option(
      names = "--size",
      paramLabel = "N",
      order = 13,
      description = "Longest side of the result in pixels (default: the content image's own).")
  @Nullable Integer size;

  @Option(
      names = "--init",
      paramLabel = "WHAT",
      order = 14,
      converter = ValueConverters.FileName.class,
      description =
          "Network only: what to start from: noise, content, style or an image file"
              + " (${bundle:default.init}).")
  @Nullable String init;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 15,
      description =
          "Seed of what is drawn at random: the noise to start from, or patches"
              + " (${bundle:default.seed}).")
  @Nullable Long seed;

  @Option(
      names = "--match-colors",
      negatable = true,
      order = 16,
      fallbackValue = "true",
      description =
          "Network only: whether the photo gets the painting's colours first"
              + " (${bundle:default.match-colors}).")
  @Nullable Boolean matchColors;

  @Option(
      names = "--resampling",
      paramLabel = "linear|cubic",
      order = 16,
      description =
          "Network only: how photo, painting and result are resized; cubic is sharper"
              + " (${bundle:default.resampling}).")
  @Nullable Resampling resampling;

  @Option(
      names = "--overwrite",
      negatable = true,
      order = 17,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether an existing result and its checkpoints are replaced (default: yes).")
  boolean overwrite;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      order = 18,
      defaultValue = "100000000",
      description =
          "Images with more pixels are refused before they are decoded (default:"
              + " ${DEFAULT-VALUE}).")
  long maxPixels;
}
