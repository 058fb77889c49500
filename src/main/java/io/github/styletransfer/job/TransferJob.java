package io.github.styletransfer.job;

import io.github.styletransfer.descent.ConvergenceRule;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.Checkpoints;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that one command line asks for, checked as far as is possible without reading its
 * files.
 *
 * @param content the photo
 * @param style the painting
 * @param start what the optimisation starts from
 * @param longestSide of the result; empty for the photo's own size
 * @param maxPixels an image may have
 * @param network the feature network
 * @param losses weights and layers
 * @param optimizer the optimiser and its hyperparameters
 * @param matchColors whether the photo gets the painting's colours first
 * @param stages the sizes that the run goes through
 * @param checkpoints how many the run leaves
 * @param stopWhen when a size is done before its last iteration
 * @param engine what computes
 * @param files what is written
 */
public record TransferJob(
    InputFile content,
    InputFile style,
    StartOption start,
    OptionalInt longestSide,
    long maxPixels,
    NetworkChoice network,
    LossSettings losses,
    OptimizerSettings optimizer,
    boolean matchColors,
    Stages stages,
    Checkpoints checkpoints,
    Optional<ConvergenceRule> stopWhen,
    EngineChoice engine,
    OutputFiles files) {
  /** The option of the photo. */
  public static final String CONTENT = "content";

  /** The option of the painting. */
  public static final String STYLE = "style";

  /** The option of the result. */
  public static final String OUTPUT = "output";

  /** The option of the folder of the run's records. */
  public static final String LOG_DIRECTORY = "log-dir";

  /** The option of the number of checkpoints. */
  public static final String CHECKPOINTS = "checkpoints";

  /** The option of the pixels that an image may have. */
  public static final String MAX_PIXELS = "max-pixels";

  /** The files that are read, by the options that name them. */
  public Map<String, InputFile> inputs() {
    Map<String, InputFile> inputs = new LinkedHashMap<>();
    inputs.put(CONTENT, content);
    inputs.put(STYLE, style);
    start.inputs().forEach(file -> inputs.put(StartOption.INIT, file));
    network.inputs().forEach(file -> inputs.put(NetworkChoice.NETWORK, file));
    return inputs;
  }

  /**
   * The job as options: the long name, without dashes, of each option in force and its value as
   * written on the command line, in the order of {@code --help}. Files are absolute.
   */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(CONTENT, content.recorded().toString());
    options.put(STYLE, style.recorded().toString());
    options.put(OUTPUT, absolute(files.result()));
    longestSide.ifPresent(size -> options.put("size", Integer.toString(size)));
    options.putAll(start.options());
    options.put("match-colors", Boolean.toString(matchColors));
    options.put(MAX_PIXELS, Long.toString(maxPixels));
    options.putAll(network.options());
    options.putAll(losses.layerOptions());
    options.putAll(losses.weightOptions());
    options.putAll(optimizer.options());
    options.putAll(stages.options());
    stopWhen.ifPresent(rule -> options.put("stop-when", rule.toString()));
    options.putAll(engine.options());
    options.put(CHECKPOINTS, Integer.toString(checkpoints.count()));
    options.put(LOG_DIRECTORY, absolute(files.logDirectory()));
    return options;
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
