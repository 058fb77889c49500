package io.github.styletransfer.job;

import io.github.styletransfer.engine.natives.FreeMemory;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.patches.PatchSettings;
import io.github.styletransfer.patches.PatchTransfer;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Painting with the painting's own patches.
 *
 * @param settings all that decides the result
 * @param reason why it is this method, for the log; may be empty
 */
public record PatchMethod(PatchSettings settings, String reason) implements JobMethod {
  /** As the command line and records have it. */
  public static final String NAME = "patches";

  private static final double TYPICAL_NANOS = 240;

  @Override
  public String title() {
    return NAME;
  }

  @Override
  public Map<String, String> imageOptions() {
    return Map.of(StartOption.SEED, Long.toString(settings.seed()));
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>(imageOptions());
    options.put(METHOD, NAME);
    options.putAll(settings.options());
    return options;
  }

  @Override
  public List<InputFile> images() {
    return List.of();
  }

  @Override
  public Map<String, InputFile> inputs() {
    return Map.of();
  }

  @Override
  public Map<String, String> libraries(Versions versions) {
    return Map.of();
  }

  @Override
  public RunLength length(ImageSize result) {
    return new PatchTransfer(settings, new Checkpoints(0), 1).length(result);
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    return new PatchTransfer(settings, new Checkpoints(0), 1).stages(result);
  }

  @Override
  public double typicalNanos() {
    return TYPICAL_NANOS;
  }

  @Override
  public String speedName() {
    return NAME;
  }

  @Override
  public double styleScale() {
    return settings.styleScale();
  }

  @Override
  public Resampling resampling() {
    return Resampling.LINEAR;
  }

  @Override
  public long fixedBytes() {
    return PatchTransfer.JAVA_BYTES;
  }

  @Override
  public boolean inHeap() {
    return true;
  }

  @Override
  public long availableMemory() {
    return FreeMemory.usable().orElse(Long.MAX_VALUE);
  }

  @Override
  public boolean isSameEverywhere() {
    return true;
  }

  @Override
  public OptionalDouble learningRate() {
    return OptionalDouble.empty();
  }

  @Override
  public String remedyForDivergence() {
    return "lower --content-strength";
  }

  @Override
  public List<String> describe(String losses, String schedule) {
    return List.of(
        "Method " + NAME + reason,
        settings.toString(),
        Character.toUpperCase(schedule.charAt(0)) + schedule.substring(1));
  }
}
