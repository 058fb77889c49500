package io.github.styletransfer.cli;

import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.job.SizeChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which images are read and written. */
final class ImageOptions {
  /** Pixels that an image may have, unless another number is asked for. */
  static final String USUAL_MOST_PIXELS = "100000000";

  @Parameters(
      paramLabel = "PHOTO PAINTING",
      arity = "0..*",
      hideParamSyntax = true,
      converter = ValueConverters.FileNames.class,
      description = "The photo and the painting, in place of --content and --style.")
  List<String> names = List.of();

  @Option(
      names = {"-c", "--content"},
      paramLabel = "FILE",
      converter = ValueConverters.FileName.class,
      description =
          "The photo; - is standard input. A name that doesn't exist is looked up in input/content/"
              + " and input/.")
  @Nullable String content;

  @Option(
      names = {"-s", "--style"},
      arity = "1",
      paramLabel = "FILE[:W]",
      converter = ValueConverters.FileNames.class,
      description =
          "The painting; - is standard input. A name that doesn't exist is looked up in input/style/"
              + " and input/. Several are mixed, by weight: a.jpg,b.jpg:2, or --style twice.")
  List<String> styles = List.of();

  @Option(
      names = "--style-scale",
      paramLabel = "F",
      defaultValue = "1",
      description =
          "The painting's width divided by the result's, from 0.25 to 4; a larger one makes larger"
              + " strokes (default: ${DEFAULT-VALUE}).")
  double styleScale;

  @Option(
      names = "--content-mask",
      paramLabel = "FILE",
      converter = ValueConverters.FileName.class,
      description =
          "An image whose colours name regions of the photo; each gets the style of the painting's"
              + " region of the same colour. Goes with --style-mask.")
  @Nullable String contentMask;

  @Option(
      names = "--style-mask",
      arity = "1",
      paramLabel = "FILE",
      converter = ValueConverters.FileName.class,
      description =
          "An image whose colours name regions of the painting; for several paintings one each, in"
              + " order, or none for one whose style serves every region: a.png,none,c.png, or"
              + " --style-mask several times.")
  List<String> styleMasks = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      converter = ValueConverters.FileName.class,
      description =
          "The result: .jpg, .png, .bmp, .tif or .webp. A name without a folder goes to output/"
              + " (default: output/PHOTO-PAINTING.jpg).")
  @Nullable String output;

  @Option(
      names = "--size",
      paramLabel = "N|full",
      description =
          "Longest side of the result in pixels, or full for the photo's own size (default: the"
              + " photo's own, or less if that would take more than minutes).")
  @Nullable SizeChoice size;

  @Option(
      names = "--init",
      paramLabel = "noise|content|style|FILE",
      converter = ValueConverters.FileName.class,
      description = "Network only: what to start from (${bundle:default.init}).")
  @Nullable String init;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of what is drawn at random: the noise to start from, or patches"
              + " (${bundle:default.seed}).")
  @Nullable Long seed;

  @Option(
      names = "--match-colors",
      negatable = true,
      fallbackValue = "true",
      description =
          "Network only: whether the photo gets the painting's colours first"
              + " (${bundle:default.match-colors}).")
  @Nullable Boolean matchColors;

  @Option(
      names = "--strength",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "From 0, close to the photo, to 100, close to the painting (default: ${DEFAULT-VALUE}).")
  double strength;

  @Option(
      names = "--resampling",
      paramLabel = "linear|cubic",
      description =
          "Network only: how photo, painting and result are resized; cubic is sharper"
              + " (${bundle:default.resampling}).")
  @Nullable Resampling resampling;

  @Option(
      names = "--overwrite",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether an existing result and its checkpoints are replaced (default: yes).")
  boolean overwrite;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      defaultValue = USUAL_MOST_PIXELS,
      description =
          "Images with more pixels are refused before they are decoded (default:"
              + " ${DEFAULT-VALUE}).")
  long maxPixels;
}
