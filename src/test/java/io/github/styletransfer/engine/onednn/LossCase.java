package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.Masks;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TotalVariationLoss;
import io.github.styletransfer.model.loss.WassersteinStyleLoss;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.vgg.Vgg19;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.AdamSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network, losses and random images.
 *
 * @param height rows of content and image
 * @param width columns of content and image
 * @param deviation of the images' pixels, in grey levels
 * @param regions whether the style of each of three regions is looked at by itself
 */
record LossCase(
    FeatureNetwork network,
    LossSettings settings,
    int height,
    int width,
    double deviation,
    long seed,
    boolean regions) {
  private static final int STYLE_HEIGHT = 17;
  private static final int STYLE_WIDTH = 22;

  /** What an engine makes of it. */
  record Evaluation(Class<?> engine, Losses losses, INDArray gradient) {}

  /**
   * VGG-19 with losses on layers of all kinds.
   *
   * @param channels of the five blocks, such as 4-5-6-7-5
   */
  static LossCase vgg19(Pooling pooling, int height, int width, long seed, String channels) {
    int[] widths = Stream.of(channels.split("-")).mapToInt(Integer::parseInt).toArray();
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.7,
            layers("relu4_2", "conv2_2", "pool1"),
            layers("relu1_1", "pool2", "conv3_1", "relu3_4", "relu5_1"));
    return new LossCase(
        RandomNetworks.vgg19(seed, widths).with(pooling), settings, height, width, 1, seed, false);
  }

  /** VGG-19 with the losses on the usual layers, and images of the usual contrast. */
  static LossCase usualVgg19(Pooling pooling, int height, int width, long seed, String channels) {
    LossCase same = vgg19(pooling, height, width, seed, channels);
    LossSettings settings =
        new LossSettings(
            5,
            500,
            100,
            layers("relu4_2"),
            layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"));
    return new LossCase(same.network, settings, height, width, 50, seed, false);
  }

  /** VGG-19 with the losses and the borders of the preset fine. */
  static LossCase fineVgg19(
      Pooling pooling, Padding padding, int height, int width, long seed, String channels) {
    LossCase same = vgg19(pooling, height, width, seed, channels);
    LossSettings settings =
        new LossSettings(
            List.of(
                new ContentLoss(1.5, LayerChoice.of(layers("relu4_2"))),
                new WassersteinStyleLoss(
                    1e6,
                    58,
                    LayerChoice.of(layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"))),
                new TotalVariationLoss(60, Neighbours.EIGHT)));
    Vgg19 network = ((Vgg19) same.network).with(padding);
    return new LossCase(network, settings, height, width, 50, seed, false);
  }

  /** The same with another padding of VGG-19. */
  LossCase with(Padding padding) {
    return new LossCase(
        ((Vgg19) network).with(padding), settings, height, width, deviation, seed, regions);
  }

  /** The built-in network, with losses on some of its levels. */
  static LossCase wavelets(int height, int width, long seed, int levels) {
    LossSettings settings =
        new LossSettings(
            3,
            50,
            0.001,
            Stream.of("level1", "level2", "level3").limit(levels).map(LossCase::layer).toList(),
            Stream.of("level1", "level1-2", "level2", "level2-3", "level3")
                .limit(2L * levels - 1)
                .map(LossCase::layer)
                .toList());
    return new LossCase(Wavelets.forSide(60), settings, height, width, 60, seed, false);
  }

  private static List<LayerWeight> layers(String... names) {
    return Stream.of(names).map(LossCase::layer).toList();
  }

  private static LayerWeight layer(String name) {
    return new LayerWeight(name, 1);
  }

  /** The same with regions. */
  LossCase withRegions() {
    return new LossCase(network, settings, height, width, deviation, seed, true);
  }

  private Optional<StyleRegions> regionsOfImage() {
    return regions ? Optional.of(Masks.styleRegions(height, width)) : Optional.empty();
  }

  private Optional<StyleRegions> regionsOfStyle() {
    return regions ? Optional.of(Masks.styleRegions(STYLE_HEIGHT, STYLE_WIDTH)) : Optional.empty();
  }

  ModelBuilder models() {
    return new ModelBuilder(network, settings, DataType.FLOAT);
  }

  /** The graph of the losses. */
  LossModel losses() {
    return models().losses(height, width, regionsOfImage());
  }

  /** An engine with targets that it computes itself. */
  Engine engine(EngineFactory engines) {
    Engine engine = engines.create(losses());
    engine.bind(targets(engines));
    return engine;
  }

  /** The targets that an engine computes. */
  Targets targets(EngineFactory engines) {
    Random random = new Random(seed);
    INDArray content = RandomNetworks.normal(random, deviation, 1, height, width, 3);
    INDArray style = RandomNetworks.normal(random, deviation, 1, STYLE_HEIGHT, STYLE_WIDTH, 3);
    return BoundEngines.targets(engines, models(), content, style, regionsOfStyle());
  }

  /** How oneDNN computes it. */
  LossPlan plan(EngineFactory engines) {
    try (OneDnnEngine engine = (OneDnnEngine) engines.create(losses())) {
      return engine.plan();
    }
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return "%s, %d x %d, seed %d%s"
        .formatted(
            network.getClass().getSimpleName(), height, width, seed, regions ? ", regions" : "");
  }

  INDArray image() {
    return RandomNetworks.normal(new Random(seed + 1), deviation, 1, height, width, 3);
  }

  /** Evaluates at the image twice and returns what came the second time. */
  Evaluation evaluate(EngineFactory engines) {
    INDArray image = image();
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    try (Engine engine = engine(engines)) {
      engine.evaluate(image, gradient);
      Losses losses = engine.evaluate(image, gradient);
      return new Evaluation(engine.getClass(), losses, gradient);
    }
  }

  /** The losses along a run of Adam from the image. */
  List<Losses> optimize(EngineFactory engines, int iterations) {
    INDArray image = image();
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    Adam adam = new Adam(new AdamSettings(2, 0.9, 0.999, 1e-8), DataType.FLOAT, image.shape());
    List<Losses> losses = new ArrayList<>();
    try (Engine engine = engine(engines)) {
      for (int i = 0; i < iterations; i++) {
        losses.add(engine.evaluate(image, gradient));
        adam.update(image, gradient, losses.get(i).total());
      }
    }
    return losses;
  }
}
