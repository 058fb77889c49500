package io.github.styletransfer.descent;

import io.github.styletransfer.descent.Session.RunKey;
import io.github.styletransfer.descent.Stages.Stage;
import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.optimize.OptimizerState;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.CompositeListener;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.Painting;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One style transfer: goes through the sizes from coarse to fine, optimising the image at each. */
final class NetworkTransfer implements TransferMethod {
  /**
   * The photo's samples, and the result's while they are written and shown, in copies at this and
   * smaller sizes.
   */
  private static final long CONTENT_BYTES = 24;

  /** The photo's pixels as floats, while they get the painting's colours. */
  private static final long MATCHED_BYTES = 36;

  /** What the painting takes more before: the next larger copy, and a PNG for TensorBoard. */
  private static final long STYLE_BYTES = 8;

  /** The painting's samples, in copies at this and smaller sizes. */
  private static final long KEPT_STYLE_BYTES = 4;

  private final Session session;
  private final TransferSettings settings;
  private final Optional<Regions> regions;
  private final Margin margin;
  private final ImageTensor tensors;
  private final InitialTensor initial;

  /** Prepares nothing yet; the work is done by {@link #run}. */
  NetworkTransfer(Session session, TransferSettings settings, Optional<Regions> regions) {
    this.session = session;
    this.settings = settings;
    this.regions = regions;
    this.margin = new Margin(session.network().margin());
    this.tensors = new ImageTensor(session.network().meanPixel());
    this.initial = new InitialTensor(settings.initial(), settings.resampling(), margin, tensors);
  }

  @Override
  public List<String> lossNames() {
    return settings.losses().names();
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    return stagesOf(result).stream().map(stage -> stage.planned(result)).toList();
  }

  @Override
  public RunLength length(ImageSize result) {
    return settings.stages().length(result);
  }

  @Override
  public NativeArray newArray(long... shape) {
    return NativeArray.uninitialized(shape);
  }

  /** All but reduced sizes of which the style loss sees nothing. */
  private List<Stage> stagesOf(ImageSize result) {
    return settings.stagesOn(session.network(), result);
  }

  @Override
  public TransferResult run(
      TransferImages images,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException {
    RgbImage content =
        settings.matchColors()
            ? ColorMatch.apply(images.content(), images.paintings())
            : images.content();
    LossHistory history = new LossHistory(from.map(RunState::losses).orElse(List.of()));
    TransferListener watch = watch(history, listeners, content);
    RunLength length = length(content.size());
    Optional<Position> resumed = from.map(Position::of);
    @Nullable Coarser coarser = null;
    int step = -1;
    for (Stage stage : stagesOf(content.size())) {
      StageRun run =
          new StageRun(
              session,
              settings,
              regions,
              stage,
              imageBytes(content.size(), images.paintingSizes()));
      if (resumed.filter(state -> state.iteration() >= stage.end()).isPresent()) {
        continue;
      }
      if (stage.step() != step && coarser != null) {
        resumed.ifPresent(Position::close);
        resumed = Optional.empty();
      }
      step = stage.step();
      RgbImage stageContent = reduced(content, stage);
      List<Painting> stageStyles =
          images.paintings().stream()
              .map(style -> new Painting(reduced(style.image(), stage), style.weight()))
              .toList();
      Position state =
          resumed.isPresent()
              ? fitting(resumed.get(), stage, stageContent)
              : new Position(
                  stage.first(),
                  0,
                  start(coarser, stageContent, stageStyles.get(0).image()),
                  OptimizerState.INITIAL,
                  history.entries());
      watch.stageStarted(
          state.iteration(), stage.end(), stageContent.width(), stageContent.height());
      StageEnd end =
          run.run(margin.addTo(stageContent), stageStyles, state, length, watch, history, stop);
      if (end instanceof StageEnd.Stopped stopped) {
        return interrupted(run, stage, stopped.state(), coarser, content);
      } else if (end instanceof StageEnd.Diverged diverged) {
        return new TransferResult.Diverged(
            diverged.iteration(),
            diverged.loss(),
            diverged.best().map(best -> sized(best.iteration(), best.image(), content)));
      } else if (end instanceof StageEnd.Done done) {
        coarser = new Coarser(stageContent, done.image(), done.next());
        resumed = Optional.of(done.state());
      }
    }
    Position state = resumed.orElseThrow();
    RgbImage image = coarser == null ? finished(state, content) : coarser.result();
    return new TransferResult.Finished(
        sized(state.iteration() - 1, image, content).image(), state.state());
  }

  /** The image of a state after the last iteration. */
  private RgbImage finished(Position state, RgbImage content) {
    if (state.iteration() > settings.stages().length(content.size()).total()) {
      throw new IllegalArgumentException("the state is of a longer run");
    }
    List<Stage> stages = stagesOf(content.size());
    return tensors.toImage(fitting(state, stages.get(stages.size() - 1), content).image());
  }

  @Override
  public DeepImage deepImage(RunState end, ImageSize result) {
    return tensors.toDeep(Position.of(end).image(), margin);
  }

  /**
   * What a finer stage goes on from.
   *
   * @param content at the coarser size
   * @param result with its margin
   * @param next the iteration after the last one that was done
   */
  private record Coarser(RgbImage content, RgbImage result, int next) {}

  private INDArray start(@Nullable Coarser coarser, RgbImage content, RgbImage style) {
    return coarser == null
        ? initial.of(content, style)
        : initial.enlarged(margin.cutFrom(coarser.result()), coarser.content(), content);
  }

  private Position fitting(Position state, Stage stage, RgbImage content) {
    long[] shape = {
      1,
      content.height() + 2L * margin.pixels(),
      content.width() + 2L * margin.pixels(),
      RgbImage.CHANNELS
    };
    if (state.iteration() < stage.first() || !Arrays.equals(state.image().shape(), shape)) {
      throw new IllegalArgumentException("the state is of a run at other sizes");
    }
    return state;
  }

  private TransferResult interrupted(
      StageRun run, Stage stage, Position state, @Nullable Coarser coarser, RgbImage content) {
    Optional<IterationImage> image = Optional.empty();
    if (state.iteration() > stage.first()) {
      image = Optional.of(sized(state.iteration() - 1, run.result(state), content));
    } else if (coarser != null) {
      image = Optional.of(sized(coarser.next() - 1, coarser.result(), content));
    }
    return new TransferResult.Interrupted(image, state.state());
  }

  /** Without the margin, and of the photo's size. */
  private IterationImage sized(int iteration, RgbImage image, RgbImage content) {
    return new IterationImage(
        iteration,
        Resizer.resize(
            margin.cutFrom(image), content.width(), content.height(), settings.resampling()));
  }

  @Override
  public Map<String, String> executor(ImageSize result) {
    return session.executor(
        new RunKey(settings, result, List.of(), regions),
        () -> {
          List<Stage> stages = stagesOf(result);
          long images = imageBytes(result, List.of(result));
          return new StageRun(session, settings, regions, stages.get(stages.size() - 1), images)
              .executor(margin.addTo(result))
              .names();
        });
  }

  /** The numbers of the regions that are too small for a style at the result's size. */
  List<Integer> regionsWithoutStyle(ImageSize result, List<ImageSize> paintings) {
    List<Stage> stages = stagesOf(result);
    return new StageRun(session, settings, regions, stages.get(stages.size() - 1), 0)
        .regionsWithoutStyle(margin.addTo(result), paintings);
  }

  @Override
  public long stateBytes(ImageSize result) {
    long state =
        stagesOf(result).stream().mapToLong(settings::stateBytesPerElement).max().orElseThrow();
    return result.pixels() * RgbImage.CHANNELS * (Float.BYTES + state);
  }

  @Override
  public MemoryNeed memory(ImageSize result, List<ImageSize> paintings) {
    return session.memory(
        new RunKey(settings, result, paintings, regions), () -> memoryNeed(result, paintings));
  }

  private MemoryNeed memoryNeed(ImageSize result, List<ImageSize> paintings) {
    long images = imageBytes(result, paintings);
    long largest = paintings.stream().mapToLong(ImageSize::pixels).max().orElseThrow();
    long imagesForTargets = images + STYLE_BYTES * largest;
    MemoryNeed need = new MemoryNeed(0, 0);
    for (Stage stage : stagesOf(result)) {
      StageRun run = new StageRun(session, settings, regions, stage, images);
      need =
          need.or(
              run.memory(
                  margin.addTo(stage.scaled(result)),
                  paintings.stream().map(stage::scaled).toList()));
    }
    return new MemoryNeed(need.result(), need.style() + imagesForTargets);
  }

  /** What the images take while losses are computed. */
  private long imageBytes(ImageSize content, List<ImageSize> styles) {
    return (CONTENT_BYTES + (settings.matchColors() ? MATCHED_BYTES : 0)) * content.pixels()
        + KEPT_STYLE_BYTES * styles.stream().mapToLong(ImageSize::pixels).sum()
        + RgbImage.CHANNELS * initial.pixels()
        + regions.map(some -> some.bytes() + weightBytes(some, content, styles)).orElse(0L);
  }

  /** What the regions' weights take, and those of the layers. */
  private static long weightBytes(Regions regions, ImageSize content, List<ImageSize> styles) {
    long pixels = content.pixels() + styles.stream().mapToLong(ImageSize::pixels).sum();
    return 2L * Float.BYTES * regions.photo().count() * pixels;
  }

  private RgbImage reduced(RgbImage image, Stage stage) {
    return Resizer.resize(
        image, stage.scaled(image.width()), stage.scaled(image.height()), settings.resampling());
  }

  private TransferListener watch(
      LossHistory history, List<TransferListener> listeners, RgbImage content) {
    List<TransferListener> all = new ArrayList<>(List.of(history));
    all.addAll(listeners);
    return new ResizingListener(
        new CompositeListener(all), margin, content.width(), content.height());
  }

  /** The losses, for the log. */
  @Override
  public String toString() {
    return settings.losses().toString();
  }
}
