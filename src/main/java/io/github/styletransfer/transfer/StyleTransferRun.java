package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.OptimizerState;
import io.github.styletransfer.transfer.Stages.Stage;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One style transfer: goes through the sizes from coarse to fine, optimising the image at each. */
public final class StyleTransferRun {
  /** The photo's samples, in copies at this and smaller sizes, and as floats for its colours. */
  private static final long PHOTO_BYTES = 60;

  /** What the painting takes more before: the next larger copy, and a PNG for TensorBoard. */
  private static final long PAINTING_BYTES = 8;

  /** The painting's samples, in copies at this and smaller sizes. */
  private static final long KEPT_PAINTING_BYTES = 4;

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
   * Runs all iterations, but for those at sizes of which the style loss sees nothing. From a state
   * after the last iteration only the result is made.
   *
   * @param content the content image; the result has its size
   * @param style the style image, of any size; its Gram matrices are taken at that size
   * @param from where an earlier run of the same settings and images ended; its image is changed
   * @param stop ends the run early
   * @throws IllegalArgumentException if the state belongs to another run
   * @throws IOException if a listener fails
   */
  public TransferResult run(
      RgbImage content, RgbImage style, Optional<RunState> from, StopRequest stop)
      throws IOException {
    RgbImage photo = settings.matchColors() ? ColorMatch.apply(content, style) : content;
    LossHistory history = new LossHistory(from.map(RunState::losses).orElse(List.of()));
    TransferListener watch = watch(history, photo);
    Optional<RunState> resumed = from;
    @Nullable Coarser coarser = null;
    int halvings = -1;
    for (Stage stage : stages(photo.width(), photo.height())) {
      StageRun run =
          new StageRun(engines, network, settings, stage, images(photo.size(), style.size()));
      if (resumed.filter(state -> state.iteration() >= stage.end()).isPresent()) {
        continue;
      }
      if (stage.halvings() != halvings && coarser != null) {
        resumed = Optional.empty();
      }
      halvings = stage.halvings();
      RgbImage stagePhoto = reduced(photo, stage);
      RgbImage stageStyle = reduced(style, stage);
      RunState state =
          resumed.isPresent()
              ? fitting(resumed.get(), stage, stagePhoto)
              : new RunState(
                  stage.first(),
                  0,
                  start(coarser, stagePhoto, stageStyle),
                  OptimizerState.INITIAL,
                  history.entries());
      watch.stageStarted(state.iteration(), stage.end(), stagePhoto.width(), stagePhoto.height());
      StageEnd end = run.run(margin.addTo(stagePhoto), stageStyle, state, watch, history, stop);
      if (end instanceof StageEnd.Stopped stopped) {
        return interrupted(run, stage, stopped.state(), coarser, photo);
      } else if (end instanceof StageEnd.Diverged diverged) {
        return new TransferResult.Diverged(
            diverged.iteration(),
            diverged.loss(),
            diverged.best().map(best -> sized(best.iteration(), best.image(), photo)));
      } else if (end instanceof StageEnd.Done done) {
        coarser = new Coarser(stagePhoto, done.image(), done.next());
        resumed = Optional.of(done.state());
      }
    }
    RunState state = resumed.orElseThrow();
    RgbImage image = coarser == null ? finished(state, photo) : coarser.result();
    return new TransferResult.Finished(sized(state.iteration() - 1, image, photo).image(), state);
  }

  /** The image of a state after the last iteration. */
  private RgbImage finished(RunState state, RgbImage photo) {
    if (state.iteration() > settings.stages().total()) {
      throw new IllegalArgumentException("the state is of a longer run");
    }
    List<Stage> stages = stages(photo.width(), photo.height());
    return new ImageTensor(network.meanPixel())
        .toImage(fitting(state, stages.get(stages.size() - 1), photo).image());
  }

  /**
   * What a finer stage goes on from.
   *
   * @param photo at the coarser size
   * @param result with its margin
   * @param next the iteration after the last one that was done
   */
  private record Coarser(RgbImage photo, RgbImage result, int next) {}

  private INDArray start(@Nullable Coarser coarser, RgbImage photo, RgbImage style) {
    return coarser == null
        ? initial.of(photo, style)
        : initial.enlarged(margin.cutFrom(coarser.result()), coarser.photo(), photo);
  }

  private RunState fitting(RunState state, Stage stage, RgbImage photo) {
    long[] shape = {
      1,
      photo.height() + 2L * margin.pixels(),
      photo.width() + 2L * margin.pixels(),
      RgbImage.CHANNELS
    };
    if (state.iteration() < stage.first() || !Arrays.equals(state.image().shape(), shape)) {
      throw new IllegalArgumentException("the state is of a run at other sizes");
    }
    return state;
  }

  private TransferResult interrupted(
      StageRun run, Stage stage, RunState state, @Nullable Coarser coarser, RgbImage photo) {
    Optional<IterationImage> image = Optional.empty();
    if (state.iteration() > stage.first()) {
      image = Optional.of(sized(state.iteration() - 1, run.result(state), photo));
    } else if (coarser != null) {
      image = Optional.of(sized(coarser.next() - 1, coarser.result(), photo));
    }
    return new TransferResult.Interrupted(image, state);
  }

  /** Without the margin, and of the photo's size. */
  private IterationImage sized(int iteration, RgbImage image, RgbImage photo) {
    return new IterationImage(
        iteration, Resizer.resize(margin.cutFrom(image), photo.width(), photo.height()));
  }

  /**
   * What computes the losses at the result's own size.
   *
   * @param photo the result's size
   */
  public Executor executor(ImageSize photo) {
    List<Stage> stages = stages(photo.width(), photo.height());
    return new StageRun(engines, network, settings, stages.get(stages.size() - 1), 0)
        .executor(margin.addTo(photo));
  }

  /**
   * About how much memory a run takes at its peaks.
   *
   * @param photo the result's size
   * @param painting the style image's size
   */
  public MemoryNeed memory(ImageSize photo, ImageSize painting) {
    long images = images(photo, painting);
    long imagesForTargets = images + PAINTING_BYTES * painting.pixels();
    MemoryNeed need = new MemoryNeed(0, 0);
    for (Stage stage : stages(photo.width(), photo.height())) {
      StageRun run = new StageRun(engines, network, settings, stage, images);
      need = need.or(run.memory(margin.addTo(reduced(photo, stage)), reduced(painting, stage)));
    }
    return new MemoryNeed(need.result(), need.painting() + imagesForTargets);
  }

  /** What the images take while losses are computed. */
  private long images(ImageSize photo, ImageSize painting) {
    return PHOTO_BYTES * photo.pixels()
        + KEPT_PAINTING_BYTES * painting.pixels()
        + RgbImage.CHANNELS * initial.pixels();
  }

  private List<Stage> stages(int width, int height) {
    return settings.stagesOn(network, Math.min(width, height));
  }

  private static RgbImage reduced(RgbImage image, Stage stage) {
    return Resizer.resize(image, stage.scaled(image.width()), stage.scaled(image.height()));
  }

  private static ImageSize reduced(ImageSize size, Stage stage) {
    return new ImageSize(stage.scaled(size.width()), stage.scaled(size.height()));
  }

  private TransferListener watch(LossHistory history, RgbImage photo) {
    List<TransferListener> all = new ArrayList<>(List.of(history));
    all.addAll(listeners);
    return new ResizingListener(new CompositeListener(all), margin, photo.width(), photo.height());
  }
}
