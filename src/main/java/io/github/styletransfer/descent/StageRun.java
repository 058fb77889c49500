package io.github.styletransfer.descent;

import io.github.styletransfer.descent.Session.EngineKey;
import io.github.styletransfer.descent.Session.StyleKey;
import io.github.styletransfer.descent.Stages.Stage;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.model.loss.TargetInput;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.Painting;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The iterations of one stage, on images of its size, with the network's margin around them. */
final class StageRun {
  private final Session session;
  private final EngineFactory engines;
  private final TransferSettings settings;
  private final Optional<Regions> regions;
  private final Margin margin;
  private final Stage stage;
  private final long images;
  private final ModelBuilder models;
  private final ImageTensor tensors;

  /**
   * Prepares a stage.
   *
   * @param regions of the images
   * @param images bytes that the run's images take while losses are computed
   */
  StageRun(
      Session session,
      TransferSettings settings,
      Optional<Regions> regions,
      Stage stage,
      long images) {
    FeatureNetwork reduced = session.network().reduced(stage.halvings());
    this.session = session;
    this.engines = session.engines();
    this.settings = settings;
    this.regions = regions;
    this.margin = new Margin(session.network().margin());
    this.stage = stage;
    this.images = images;
    this.models = new ModelBuilder(reduced, settings.losses().on(reduced), DataType.FLOAT);
    this.tensors = new ImageTensor(reduced.meanPixel());
  }

  /**
   * About how much memory the stage takes at its peaks; the painting's without the images.
   *
   * @param content with its margin
   * @param styles at the sizes that go with it
   */
  MemoryNeed memory(ImageSize content, List<ImageSize> styles) {
    int width = content.width();
    int height = content.height();
    TargetModel ofContent = models.targets(TargetImage.CONTENT, height, width);
    Optional<StageRegions> areas = areas(content, styles);
    LossModel losses = models.losses(height, width, areas.map(StageRegions::ofPhoto));
    long losing = engines.peakBytes(losses, beside(content));
    long contentTargets = engines.targetBytes(ofContent, images);
    long kept = engines.keptBytes(ofContent, images);
    long styleImageTargets =
        IntStream.range(0, styles.size())
                .mapToLong(
                    i ->
                        styleTargets(images + kept)
                            .peakBytes(
                                styles.get(i),
                                content.pixels(),
                                areas.flatMap(some -> some.ofPainting(i))))
                .max()
                .orElseThrow()
            - images;
    return new MemoryNeed(Math.max(losing, contentTargets), styleImageTargets);
  }

  /** The images, the optimiser's state, and the copy of it that is gone back to. */
  private long beside(ImageSize content) {
    long elements = content.pixels() * RgbImage.CHANNELS;
    return images
        + settings.stateBytesPerElement(stage) * elements
        + Rollback.bytes(elements, settings.optimizer(stage));
  }

  /**
   * What computes the losses.
   *
   * @param content with its margin
   */
  Executor executor(ImageSize content) {
    Optional<StyleRegions> areas =
        regions
            .map(some -> areas(content, Collections.nCopies(some.paintings().size(), content)))
            .flatMap(some -> some.map(StageRegions::ofPhoto));
    return engines.executor(
        models.losses(content.height(), content.width(), areas), beside(content));
  }

  /**
   * The regions that no layer is looked at on, because they are too small.
   *
   * @param content with its margin
   * @param styles at the sizes that go with it
   */
  List<Integer> regionsWithoutStyle(ImageSize content, List<ImageSize> styles) {
    Optional<StyleRegions> areas = areas(content, styles).map(StageRegions::ofPhoto);
    if (areas.isEmpty() || models.settings().with(TargetImage.STYLE).isEmpty()) {
      return List.of();
    }
    List<TargetInput> targets = models.losses(content.height(), content.width(), areas).inputs();
    return IntStream.range(0, areas.get().image().count())
        .filter(region -> targets.stream().noneMatch(target -> target.isOf(region)))
        .boxed()
        .toList();
  }

  /**
   * Optimises an image.
   *
   * @param content with its margin
   * @param styles the paintings, at the sizes that go with it
   * @param state where to begin; its image is changed
   * @param length of the run
   * @param watch gets images with their margin, at this stage's size
   * @param history is among those who watch
   * @param stop ends the stage early
   */
  StageEnd run(
      RgbImage content,
      List<Painting> styles,
      Position state,
      RunLength length,
      TransferListener watch,
      LossHistory history,
      StopRequest stop)
      throws IOException {
    if (stop.isRequested()) {
      return new StageEnd.Stopped(state);
    }
    Optional<StageRegions> areas =
        areas(content.size(), styles.stream().map(style -> style.image().size()).toList());
    Targets ofContent = contentTargets(content);
    Optional<Targets> ofStyles = styleTargets(content, styles, areas, stop);
    if (ofStyles.isEmpty()) {
      return new StageEnd.Stopped(state);
    }
    Optional<StyleRegions> ofPhoto = areas.map(StageRegions::ofPhoto);
    EngineKey key =
        new EngineKey(
            models.settings(), stage.halvings(), content.height(), content.width(), ofPhoto);
    Engine engine =
        session.borrow(
            key,
            () -> models.losses(content.height(), content.width(), ofPhoto),
            beside(content.size()));
    try {
      engine.bind(ofContent.and(ofStyles.get()));
      return new StageLoop(
              settings, stage, length, tensors, watch, history, state, optimizer(state))
          .run(engine, stop);
    } finally {
      session.giveBack(key, engine);
      ofContent.close();
    }
  }

  /**
   * The image that the optimiser would give as its result in a state.
   *
   * @return with its margin
   */
  RgbImage result(Position state) {
    return tensors.toImage(optimizer(state).result(state.image()));
  }

  private Optimizer optimizer(Position state) {
    INDArray image = state.image();
    Optimizer optimizer =
        stage.polishing()
            ? new Adam(settings.polisher(), tensors::clamp, image.dataType(), image.shape())
            : settings.optimizer().create(image.dataType(), image.shape());
    optimizer.restore(state.optimizer());
    return optimizer;
  }

  private Targets contentTargets(RgbImage content) {
    INDArray array = tensors.of(content);
    Targets features =
        engines.targets(
            models.targets(TargetImage.CONTENT, content.height(), content.width()), array, images);
    array.close();
    return features;
  }

  /** Empty if it was stopped. */
  private Optional<Targets> styleTargets(
      RgbImage content, List<Painting> styles, Optional<StageRegions> areas, StopRequest stop) {
    TargetModel ofContent = models.targets(TargetImage.CONTENT, content.height(), content.width());
    long pixels = (long) content.width() * content.height();
    StyleTargets ofStyle = styleTargets(images + engines.keptBytes(ofContent, images));
    List<Targets> ofStyles = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      int number = i;
      Optional<StyleRegions> ofPainting = areas.flatMap(some -> some.ofPainting(number));
      Optional<Targets> targets = targets(ofStyle, styles.get(i).image(), pixels, ofPainting, stop);
      if (targets.isEmpty()) {
        return Optional.empty();
      }
      Targets known = targets.get();
      ofStyles.add(areas.map(some -> some.named(number, known)).orElse(known));
    }
    return Optional.of(Targets.mean(ofStyles, Painting.shares(styles)));
  }

  private Optional<Targets> targets(
      StyleTargets ofStyle,
      RgbImage style,
      long pixels,
      Optional<StyleRegions> areas,
      StopRequest stop) {
    StyleKey key =
        new StyleKey(
            models.settings(),
            stage.halvings(),
            ImageHash.of(style),
            ofStyle.strips(style, pixels, areas),
            areas);
    return session.styleTargets(key, () -> ofStyle.of(style, pixels, areas, stop));
  }

  /**
   * The regions of the stage's images.
   *
   * @param content with its margin
   */
  private Optional<StageRegions> areas(ImageSize content, List<ImageSize> styles) {
    return regions.map(some -> StageRegions.of(some, margin, content, styles));
  }

  private StyleTargets styleTargets(long beside) {
    return new StyleTargets(engines, models, tensors, beside);
  }
}
