package io.github.styletransfer.job;

import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.LbfgsSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.InitialImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job as the options that ask for it, each in force named: long names without dashes, and values
 * as they are written on the command line. Files are absolute.
 */
public final class JobOptions {
  /** The photo. */
  public static final String CONTENT = "content";

  /** The painting. */
  public static final String STYLE = "style";

  /** What the optimisation starts from. */
  public static final String INIT = "init";

  /** The seed of the noise. */
  public static final String SEED = "seed";

  /** The feature network. */
  public static final String NETWORK = "network";

  /** The result. */
  public static final String OUTPUT = "output";

  /** The folder of the run's records. */
  public static final String LOG_DIRECTORY = "log-dir";

  /** How many checkpoints. */
  public static final String CHECKPOINTS = "checkpoints";

  /** The iterations before a run is prolonged. */
  public static final String ITERATIONS = "iterations";

  /** The iterations by which a run is prolonged. */
  public static final String MORE_ITERATIONS = "more-iterations";

  private final Map<String, String> options = new LinkedHashMap<>();

  private JobOptions() {}

  /** In the order of {@code --help}. */
  public static Map<String, String> of(TransferJob job) {
    JobOptions result = new JobOptions();
    result.putImages(job);
    result.putNetwork(job);
    result.put("content-weight", job.losses().contentWeight());
    result.put("style-weight", job.losses().styleWeight());
    result.put("tv-weight", job.losses().tvWeight());
    result.putOptimizer(job.optimizer());
    result.put(ITERATIONS, job.stages().iterations());
    if (!job.stages().more().isEmpty()) {
      result.put(
          MORE_ITERATIONS,
          job.stages().more().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    result.put("sizes", job.stages().sizes());
    job.stopWhen().ifPresent(rule -> result.put("stop-when", rule));
    result.put("engine", lower(job.engine().kind()));
    result.put("precision", lower(job.engine().precision()));
    result.put("threads", job.engine().threads());
    result.put(CHECKPOINTS, job.checkpoints().count());
    result.put(LOG_DIRECTORY, absolute(job.files().logDirectory()));
    return result.options;
  }

  private void putImages(TransferJob job) {
    put(CONTENT, job.content().recorded());
    put(STYLE, job.style().recorded());
    put(OUTPUT, absolute(job.files().result()));
    job.longestSide().ifPresent(size -> put("size", size));
    if (job.start() instanceof StartOption.ImageFile image) {
      put(INIT, image.file().recorded());
    } else if (job.start() instanceof StartOption.BuiltIn builtIn) {
      if (builtIn.image() instanceof InitialImage.Noise noise) {
        put(INIT, "noise");
        put(SEED, noise.seed());
      } else {
        put(INIT, builtIn.image() instanceof InitialImage.Content ? "content" : "style");
      }
    }
    put("match-colors", job.matchColors());
    put("max-pixels", job.maxPixels());
  }

  private void putNetwork(TransferJob job) {
    if (job.network() instanceof NetworkChoice.VggFile vgg) {
      put(NETWORK, absolute(vgg.file()));
      put("kernel-layout", lower(vgg.layout()));
      put("pooling", lower(vgg.pooling()));
    } else {
      put(NETWORK, NetworkChoice.WAVELET);
    }
    putLayers("content-layers", job.losses().contentLayers());
    putLayers("style-layers", job.losses().styleLayers());
  }

  /** The network's default layers aren't named: there are as many as fit the image. */
  private void putLayers(String option, @Nullable List<LayerWeight> layers) {
    if (layers != null) {
      put(option, layers.stream().map(LayerWeight::toString).collect(Collectors.joining(",")));
    }
  }

  private void putOptimizer(OptimizerSettings settings) {
    if (settings instanceof AdamSettings adam) {
      put("optimizer", "adam");
      put("learning-rate", adam.learningRate());
      put("beta1", adam.beta1());
      put("beta2", adam.beta2());
      put("epsilon", adam.epsilon());
    } else if (settings instanceof LbfgsSettings lbfgs) {
      put("optimizer", "lbfgs");
      put("history", lbfgs.history());
    }
  }

  private void put(String option, Object value) {
    options.put(option, value.toString());
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
