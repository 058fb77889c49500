package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How a job paints, with all settings that no other way to paint has. */
public sealed interface JobMethod permits NetworkMethod, PatchMethod {
  /** The option itself. */
  String METHOD = "method";

  /** The option of the number of sizes, which each method takes in its own way. */
  String SIZES = "sizes";

  /** In a few words, such as {@code thin VGG-19, L-BFGS}, for titles. */
  String title();

  /** Those of {@link #options} that {@code --help} lists among those of the images. */
  Map<String, String> imageOptions();

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}: long names
   * without dashes, values as on the command line.
   */
  Map<String, String> options();

  /** The images that it reads beside photo and painting. */
  List<InputFile> images();

  /** The files that it reads beside photo and painting, by the options that name them. */
  Map<String, InputFile> inputs();

  /** The versions of the libraries that decide its result, by their names in records. */
  Map<String, String> libraries(Versions versions);

  /**
   * How many iterations a run has.
   *
   * @param result the size of the result
   */
  RunLength length(ImageSize result);

  /**
   * The sizes that a run goes through.
   *
   * @param result the size of the result
   */
  List<PlannedStage> stages(ImageSize result);

  /**
   * What a unit of {@link PlannedStage#work} takes on an ordinary machine, as {@link TypicalTime}
   * has it; nanoseconds.
   */
  double typicalNanos();

  /** What runs have in common that take as long for the same work, such as {@code thin onednn}. */
  String speedName();

  /** The paintings' width over the result's. */
  double styleScale();

  /** How photo and painting are resized. */
  Resampling resampling();

  /** What Java and its libraries take, beside images and what is computed from them; bytes. */
  long fixedBytes();

  /** Whether what it computes is kept in Java's heap. */
  boolean inHeap();

  /** Whether the result is the same for any number of threads, on any processor. */
  boolean isSameEverywhere();

  /** The memory that the process can have on this machine; bytes. */
  long availableMemory();

  /** The step size in grey levels; empty for a method that finds its own. */
  OptionalDouble learningRate();

  /** What to do when the loss becomes infinite. */
  String remedyForDivergence();

  /**
   * The settings of a run, for the log.
   *
   * @param losses that are minimised
   * @param schedule the run's iterations and sizes
   * @return line by line
   */
  List<String> describe(String losses, String schedule);
}
