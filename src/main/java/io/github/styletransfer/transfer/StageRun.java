package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.transfer.Stages.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

  /**
   * A stage's result.
   *
   * @param image with its margin
   * @param done the iteration after the last one that was done, counted from the run's first
   */
  record StageResult(RgbImage image, int done) {}

  /** Whether the style loss looks at anything at this size. */
  boolean hasStyle() {
    return !losses.styleLayers().isEmpty();
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
   * @param image what to start from, NHWC, mean-subtracted; changed
   * @param listeners get checkpoints with their margin, at this stage's size
   * @param stop ends the stage early
   * @return with the margin
   */
  StageResult run(
      RgbImage content,
      RgbImage style,
      INDArray image,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException, DivergedException {
    LossModel model =
        models.losses(content.height(), content.width(), losses, targets(content, style));
    Optimizer optimizer = settings.optimizer().create(image.dataType(), image.shape());
    try (Engine engine = engines.create(model)) {
      int done = optimize(engine, optimizer, image, listeners, stop);
      return new StageResult(tensors.toImage(optimizer.result(image)), done);
    }
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

  /** Returns the iteration after the last one that was done. */
  private int optimize(
      Engine engine,
      Optimizer optimizer,
      INDArray image,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException, DivergedException {
    INDArray gradient = Nd4j.createUninitialized(image.dataType(), image.shape());
    for (int iteration = stage.first(); iteration < stage.end(); iteration++) {
      if (stop.isRequested()) {
        return iteration;
      }
      Losses evaluated = engine.evaluate(image, gradient);
      for (TransferListener listener : listeners) {
        listener.evaluated(iteration, evaluated);
      }
      if (!evaluated.isFinite() && !optimizer.canRecover()) {
        throw new DivergedException(iteration + 1, evaluated.total());
      }
      optimizer.update(image, gradient, evaluated.total());
      for (TransferListener listener : listeners) {
        listener.updated(iteration, () -> tensors.toImage(optimizer.result(image)));
      }
      if (settings.checkpoints().isDueAfter(iteration)) {
        RgbImage checkpoint = tensors.toImage(optimizer.result(image));
        for (TransferListener listener : listeners) {
          listener.checkpoint(iteration, checkpoint);
        }
      }
      if (optimizer.stopReason().isPresent()) {
        for (TransferListener listener : listeners) {
          listener.stopped(iteration, optimizer.stopReason().get());
        }
        return iteration + 1;
      }
    }
    return stage.end();
  }
}
