package io.github.styletransfer;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.network.Strip;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Engines with targets that they compute themselves. */
public final class BoundEngines {
  private BoundEngines() {}

  /**
   * An engine for images of the content image's size.
   *
   * @param content mean-subtracted, NHWC
   * @param style mean-subtracted, NHWC, of any size
   */
  public static Engine of(
      EngineFactory engines, ModelBuilder models, INDArray content, INDArray style) {
    Engine engine = engines.create(models.losses(content.size(1), content.size(2)));
    engine.bind(targets(engines, models, content, style));
    return engine;
  }

  /** The targets that are made of two images. */
  public static Targets targets(
      EngineFactory engines, ModelBuilder models, INDArray content, INDArray style) {
    return targets(engines, models, content, style, Optional.empty());
  }

  /**
   * The targets that are made of two images.
   *
   * @param regions of the style
   */
  public static Targets targets(
      EngineFactory engines,
      ModelBuilder models,
      INDArray content,
      INDArray style,
      Optional<StyleRegions> regions) {
    return targets(engines, models, TargetImage.CONTENT, content, Optional.empty())
        .and(targets(engines, models, TargetImage.STYLE, style, regions));
  }

  private static Targets targets(
      EngineFactory engines,
      ModelBuilder models,
      TargetImage of,
      INDArray image,
      Optional<StyleRegions> regions) {
    Strip whole = Strip.whole((int) image.size(1));
    return engines.targets(models.targets(of, whole, image.size(2), regions), image);
  }
}
