package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.transfer.Stages.Stage;
import java.io.IOException;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The iterations of one stage, on images of its size, with the network's margin around them. */
final class StageRun {
  private final EngineFactory engines;
  private final TransferSettings settings;
  private final Stage stage;
  private final LossSettings losses;
  private final ModelBuilder models;
  private final ImageTensor tensors;

  /**
   * Prepares a stage.
   *
   * @param network for the result's own size
   */
  StageRun(EngineFactory engines, FeatureNetwork network, TransferSettings settings, Stage stage) {
    FeatureNetwork reduced = network.reduced(stage.halvings());
    this.engines = engines;
    this.settings = settings;
    this.stage = stage;
    this.losses = settings.losses().on(reduced);
    this.models = new ModelBuilder(reduced, settings.pooling(), DataType.FLOAT);
    this.tensors = new ImageTensor(network.meanPixel());
  }

  /** About how much memory the stage takes at its peak, for an image with its margin; bytes. */
  long peakBytes(int width, int height) {
    return engines.peakBytes(models, height, width, losses)
        + settings.optimizer().stateBytesPerElement(DataType.FLOAT)
            * width
            * height
            * RgbImage.CHANNELS;
  }

  /**
   * Optimises an image.
   *
   * @param content with its margin
   * @param style at the size that goes with it
   * @param state where to begin; its image is changed
   * @param watch gets images with their margin, at this stage's size
   * @param history is among those who watch
   * @param stop ends the stage early
   */
  StageEnd run(
      RgbImage content,
      RgbImage style,
      RunState state,
      TransferListener watch,
      LossHistory history,
      StopRequest stop)
      throws IOException {
    if (stop.isRequested()) {
      return new StageEnd.Stopped(state);
    }
    LossModel model =
        models.losses(content.height(), content.width(), losses, targets(content, style));
    try (Engine engine = engines.create(model)) {
      return new StageLoop(settings, stage, tensors, watch, history, state, optimizer(state))
          .run(engine, stop);
    }
  }

  /**
   * The image that the optimiser would give as its result in a state.
   *
   * @return with its margin
   */
  RgbImage result(RunState state) {
    return tensors.toImage(optimizer(state).result(state.image()));
  }

  private Optimizer optimizer(RunState state) {
    INDArray image = state.image();
    Optimizer optimizer = settings.optimizer().create(image.dataType(), image.shape());
    optimizer.restore(state.optimizer());
    return optimizer;
  }

  private Targets targets(RgbImage content, RgbImage style) {
    Map<String, INDArray> features =
        engines.targets(
            models.contentTargets(content.height(), content.width(), losses.contentLayers()),
            tensors.of(content));
    Map<String, INDArray> grams =
        engines.targets(
            models.styleTargets(style.height(), style.width(), losses.styleLayers()),
            tensors.of(style));
    return new Targets(features, grams);
  }
}
