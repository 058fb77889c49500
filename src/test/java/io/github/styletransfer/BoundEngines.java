package io.github.styletransfer;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.TargetImage;
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
    return targets(engines, models, TargetImage.CONTENT, content)
        .and(targets(engines, models, TargetImage.STYLE, style));
  }

  private static Targets targets(
      EngineFactory engines, ModelBuilder models, TargetImage of, INDArray image) {
    return engines.targets(models.targets(of, image.size(1), image.size(2)), image);
  }
}
