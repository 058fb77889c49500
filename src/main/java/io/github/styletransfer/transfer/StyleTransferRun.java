package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.transfer.Stages.Stage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One style transfer: goes through the sizes from coarse to fine, optimising the image at each. */
public final class StyleTransferRun {
  private final EngineFactory engines;
  private final FeatureNetwork network;
  private final TransferSettings settings;
  private final List<TransferListener> listeners;
  private final Margin margin;
  private final InitialTensor initial;

  /**
   * Prepares nothing yet; the work is done by {@link #run}.
   *
   * @throws IllegalArgumentException if the settings name a layer that the network doesn't have
   */
  public StyleTransferRun(
      EngineFactory engines,
      FeatureNetwork network,
      TransferSettings settings,
      List<TransferListener> listeners) {
    List<String> unknown = settings.losses().unknownLayers(network);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("the network has no layer named " + unknown);
    }
    this.engines = engines;
    this.network = network;
    this.settings = settings;
    this.listeners = List.copyOf(listeners);
    this.margin = new Margin(network.margin());
    this.initial =
        new InitialTensor(settings.initial(), margin, new ImageTensor(network.meanPixel()));
  }

  /**
   * Runs all iterations, but for those at sizes of which the style loss sees nothing.
   *
   * @param content the content image; the result has its size
   * @param style the style image, of any size; its Gram matrices are taken at that size
   * @param stop ends the run early
   * @return the image after the last update
   * @throws DivergedException if the total loss becomes NaN or infinite
   * @throws IOException if a listener fails
   */
  public TransferResult run(RgbImage content, RgbImage style, StopRequest stop)
      throws IOException, DivergedException {
    RgbImage photo = settings.matchColors() ? ColorMatch.apply(content, style) : content;
    @Nullable RgbImage coarserPhoto = null;
    @Nullable RgbImage result = null;
    int done = 0;
    for (Stage stage : stages(photo.width(), photo.height())) {
      StageRun run = new StageRun(engines, network, settings, stage);
      if (stop.isRequested() || (stage.halvings() > 0 && !run.hasStyle())) {
        continue;
      }
      RgbImage stagePhoto = reduced(photo, stage);
      RgbImage stageStyle = reduced(style, stage);
      INDArray image =
          result == null || coarserPhoto == null
              ? initial.of(stagePhoto, stageStyle)
              : initial.enlarged(result, coarserPhoto, stagePhoto);
      for (TransferListener listener : listeners) {
        listener.stageStarted(stage.first(), stage.end(), stagePhoto.width(), stagePhoto.height());
      }
      StageRun.StageResult ended =
          run.run(
              margin.addTo(stagePhoto),
              stageStyle,
              image,
              checkpointsAt(photo.width(), photo.height()),
              stop);
      if (ended.done() > stage.first()) {
        done = ended.done();
        result = margin.cutFrom(ended.image());
        coarserPhoto = stagePhoto;
      }
    }
    return result(photo, result, done, stop);
  }

  private TransferResult result(
      RgbImage photo, @Nullable RgbImage image, int done, StopRequest stop) {
    if (image == null) {
      return new TransferResult.NotBegun();
    }
    RgbImage sized = Resizer.resize(image, photo.width(), photo.height());
    return stop.isRequested() && done < settings.stages().iterations()
        ? new TransferResult.Interrupted(done - 1, sized)
        : new TransferResult.Finished(sized);
  }

  /**
   * About how much memory a run takes at its peak.
   *
   * @param width of the result
   * @param height of the result
   * @return bytes
   */
  public long peakBytes(int width, int height) {
    List<Stage> stages = stages(width, height);
    Stage last = stages.get(stages.size() - 1);
    return new StageRun(engines, network, settings, last)
        .peakBytes(width + 2 * margin.pixels(), height + 2 * margin.pixels());
  }

  private List<Stage> stages(int width, int height) {
    return settings.stages().of(Math.min(width, height));
  }

  private static RgbImage reduced(RgbImage image, Stage stage) {
    double factor = Math.scalb(1.0, -stage.halvings());
    return Resizer.resize(
        image,
        (int) Math.max(1, Math.round(image.width() * factor)),
        (int) Math.max(1, Math.round(image.height() * factor)));
  }

  /**
   * The run's listeners, for a stage: its checkpoints lose the margin and get the result's size.
   */
  private List<TransferListener> checkpointsAt(int width, int height) {
    return listeners.stream()
        .<TransferListener>map(listener -> new ResultSized(listener, margin, width, height))
        .toList();
  }
}
