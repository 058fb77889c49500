package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.Vgg19;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.Optimizer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One style transfer: prepares targets and initial image, then optimises the image. */
public final class StyleTransferRun {
  private final EngineFactory engines;
  private final TransferSettings settings;
  private final List<TransferListener> listeners;
  private final ModelBuilder models;
  private final ImageTensor tensors;

  /** Prepares nothing yet; the work is done by {@link #run}. */
  public StyleTransferRun(
      EngineFactory engines,
      Vgg19 network,
      TransferSettings settings,
      List<TransferListener> listeners) {
    this.engines = engines;
    this.settings = settings;
    this.listeners = List.copyOf(listeners);
    this.models = new ModelBuilder(network, settings.pooling(), DataType.FLOAT);
    this.tensors = new ImageTensor(network.meanPixel());
  }

  /**
   * Runs all iterations.
   *
   * @param content the content image; the result has its size
   * @param style the style image, of any size; its Gram matrices are taken at that size
   * @return the image after the last update
   * @throws DivergedException if the total loss becomes NaN or infinite
   * @throws IOException if a listener fails
   */
  public RgbImage run(RgbImage content, RgbImage style) throws IOException, DivergedException {
    INDArray contentTensor = tensors.of(content);
    LossModel model =
        models.losses(
            content.height(), content.width(), settings.losses(), targets(contentTensor, style));
    INDArray image = initialImage(content, style);
    try (Engine engine = engines.create(model)) {
      optimize(engine, image);
    }
    return tensors.toImage(image);
  }

  /**
   * About how much memory a run takes at its peak.
   *
   * @param width of the result
   * @param height of the result
   * @return bytes
   */
  public long peakBytes(int width, int height) {
    return engines.peakBytes(models.activations(height, width, settings.losses()));
  }

  private Targets targets(INDArray content, RgbImage style) {
    Map<String, INDArray> features =
        engines.targets(
            models.contentTargets(
                content.size(1), content.size(2), settings.losses().contentLayers()),
            content);
    Map<String, INDArray> grams =
        engines.targets(
            models.styleTargets(style.height(), style.width(), settings.losses().styleLayers()),
            tensors.of(style));
    return new Targets(features, grams);
  }

  private INDArray initialImage(RgbImage content, RgbImage style) {
    InitialImage initial = settings.initial();
    if (initial instanceof InitialImage.Noise noise) {
      return Noise.of(noise.seed(), 1, content.height(), content.width(), 3);
    }
    if (initial instanceof InitialImage.Given given) {
      return tensors.of(Resizer.resize(given.image(), content.width(), content.height()));
    }
    if (initial instanceof InitialImage.Style) {
      return tensors.of(Resizer.resize(style, content.width(), content.height()));
    }
    return tensors.of(content);
  }

  private void optimize(Engine engine, INDArray image) throws IOException, DivergedException {
    Optimizer optimizer = new Adam(settings.adam(), image.dataType(), image.shape());
    INDArray gradient = Nd4j.createUninitialized(image.dataType(), image.shape());
    for (int iteration = 0; iteration < settings.checkpoints().iterations(); iteration++) {
      Losses losses = engine.evaluate(image, gradient);
      for (TransferListener listener : listeners) {
        listener.evaluated(iteration, losses);
      }
      if (!losses.isFinite()) {
        throw new DivergedException(iteration + 1, losses.total());
      }
      optimizer.update(image, gradient, losses.total());
      if (settings.checkpoints().isDueAfter(iteration)) {
        RgbImage checkpoint = tensors.toImage(image);
        for (TransferListener listener : listeners) {
          listener.checkpoint(iteration, checkpoint);
        }
      }
    }
  }
}
