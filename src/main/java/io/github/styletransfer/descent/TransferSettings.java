package io.github.styletransfer.descent;

import io.github.styletransfer.descent.Stages.Stage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.Checkpoints;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * All that decides what a run computes, beside its images and network.
 *
 * @param losses weights and layers
 * @param optimizer the optimiser and its hyperparameters
 * @param polisher what polishes the result
 * @param initial what the optimisation starts from
 * @param matchColors whether the photo gets the painting's colours first
 * @param resampling how images are resized
 * @param stages the sizes that the run goes through
 * @param checkpoints how many the run leaves
 * @param stopWhen when a stage is done before its last iteration
 */
public record TransferSettings(
    LossSettings losses,
    OptimizerSettings optimizer,
    AdamSettings polisher,
    InitialImage initial,
    boolean matchColors,
    Resampling resampling,
    Stages stages,
    Checkpoints checkpoints,
    Optional<ConvergenceRule> stopWhen) {
  /**
   * The stages that a run goes through: all but reduced sizes of which the style loss sees nothing.
   *
   * @param network for the result's own size
   * @param result its size
   */
  public List<Stage> stagesOn(FeatureNetwork network, ImageSize result) {
    return stages.of(result).stream()
        .filter(stage -> stage.step() == 0 || hasStyle(network.reduced(stage.halvings())))
        .toList();
  }

  /** What optimises the image in a stage. */
  OptimizerSettings optimizer(Stage stage) {
    return stage.polishing() ? polisher : optimizer;
  }

  /** What the optimiser keeps in a stage, in bytes per element of its image. */
  long stateBytesPerElement(Stage stage) {
    return optimizer(stage).stateBytesPerElement(DataType.FLOAT, stage.end() - stage.first());
  }

  private boolean hasStyle(FeatureNetwork network) {
    return losses.on(network).with(TargetImage.STYLE).stream()
        .anyMatch(loss -> !loss.layers().isEmpty());
  }
}
