package io.github.styletransfer.job;

import io.github.styletransfer.descent.ConvergenceRule;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Optimisation of the image on a feature network.
 *
 * @param start what the optimisation starts from
 * @param matchColors whether the photo gets the paintings' colours first
 * @param resampling how images are resized
 * @param styleScale the paintings' width over the result's
 * @param network the feature network
 * @param preset if one was named, for titles: the settings say all themselves
 * @param losses weights and layers
 * @param optimizer the optimiser and its hyperparameters
 * @param polisher what polishes the result, if anything does
 * @param stages the sizes that the run goes through
 * @param stopWhen when a size is done before its last iteration
 * @param engine what computes
 */
public record NetworkMethod(
    StartOption start,
    boolean matchColors,
    Resampling resampling,
    double styleScale,
    NetworkChoice network,
    Optional<Preset> preset,
    LossSettings losses,
    OptimizerSettings optimizer,
    AdamSettings polisher,
    Stages stages,
    Optional<ConvergenceRule> stopWhen,
    EngineChoice engine)
    implements JobMethod {
  private static final long FIXED_BYTES = 300L << 20;

  @Override
  public String title() {
    String name =
        switch (network.kind()) {
          case VGG19 -> "VGG-19";
          case THIN -> "thin VGG-19";
          case WAVELET -> "wavelets";
        };
    String named =
        network.kind() == NetworkKind.WAVELET
            ? ""
            : preset.map(some -> ", " + OptionWord.of(some)).orElse("");
    return name + named + (optimizer instanceof AdamSettings ? ", Adam" : ", L-BFGS");
  }

  @Override
  public Map<String, String> imageOptions() {
    Map<String, String> options = new LinkedHashMap<>(start.options());
    options.put("match-colors", Boolean.toString(matchColors));
    if (resampling != Resampling.LINEAR) {
      options.put("resampling", OptionWord.of(resampling));
    }
    if (styleScale != 1) {
      options.put("style-scale", new BigDecimal(Double.toString(styleScale)).toPlainString());
    }
    return options;
  }

  /** Without that of the method: {@code --network} implies it. */
  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>(imageOptions());
    options.putAll(network.options());
    options.putAll(losses.layerOptions());
    options.putAll(losses.weightOptions());
    if (isPolished()) {
      options.putAll(polisher.options());
    }
    options.putAll(optimizer.options());
    options.putAll(stages.options());
    stopWhen.ifPresent(rule -> options.put("stop-when", rule.toString()));
    options.putAll(engine.options());
    return options;
  }

  /** Whether the result is polished. */
  public boolean isPolished() {
    return stages.iterations().polishing() > 0;
  }

  @Override
  public List<InputFile> images() {
    return start.inputs();
  }

  @Override
  public Map<String, InputFile> inputs() {
    Map<String, InputFile> inputs = new LinkedHashMap<>();
    start.inputs().forEach(file -> inputs.put(StartOption.INIT, file));
    network.inputs().forEach(file -> inputs.put(NetworkChoice.NETWORK, file));
    return inputs;
  }

  @Override
  public Map<String, String> libraries(Versions versions) {
    Map<String, String> libraries = new LinkedHashMap<>();
    libraries.put("nd4j", versions.nd4j());
    libraries.put("onednn", versions.oneDnn());
    return libraries;
  }

  @Override
  public RunLength length(ImageSize result) {
    return stages.length(result);
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    return stages.of(result).stream().map(stage -> stage.planned(result)).toList();
  }

  @Override
  public double typicalNanos() {
    return network.kind().typicalNanos();
  }

  @Override
  public String speedName() {
    return network.kind().title() + " " + engine.name() + " " + OptionWord.of(engine.precision());
  }

  @Override
  public long fixedBytes() {
    return FIXED_BYTES;
  }

  @Override
  public boolean inHeap() {
    return false;
  }

  @Override
  public long availableMemory() {
    return Engines.availableMemory(engine.name());
  }

  @Override
  public boolean isSameEverywhere() {
    return false;
  }

  @Override
  public OptionalDouble learningRate() {
    return optimizer instanceof AdamSettings adam
        ? OptionalDouble.of(adam.learningRate())
        : OptionalDouble.empty();
  }

  @Override
  public String remedyForDivergence() {
    return "lower --learning-rate or the weights, and check the network file";
  }

  @Override
  public List<String> describe(String minimised, String schedule) {
    return List.of(
        "Network " + network,
        minimised,
        "%s%s, %s, starting from %s%s"
            .formatted(
                optimizer,
                isPolished() ? ", then " + polisher : "",
                schedule,
                start,
                matchColors ? ", in the style's colours" : ""));
  }
}
