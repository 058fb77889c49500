package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.optimize.OptimizerSettings;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small runs on noise, with the built-in network. */
final class Runs {
  static final RgbImage CONTENT = image(1, 70, 66);
  static final RgbImage STYLE = image(2, 64, 68);

  private Runs() {}

  static StyleTransferRun of(
      EngineFactory engines,
      OptimizerSettings optimizer,
      int iterations,
      int sizes,
      Optional<ConvergenceRule> stopWhen,
      TransferListener... listeners) {
    Wavelets network = Wavelets.forSide(64);
    LossSettings losses =
        new LossSettings(
            1,
            10,
            0,
            List.of(new LayerWeight("level2", 1)),
            network.styleLayers().stream().map(name -> new LayerWeight(name, 1)).toList());
    TransferSettings settings =
        new TransferSettings(
            losses,
            optimizer,
            new InitialImage.Content(),
            true,
            new Stages(iterations, sizes),
            new Checkpoints(iterations),
            stopWhen);
    return new StyleTransferRun(engines, network, settings, List.of(listeners));
  }

  private static RgbImage image(long seed, int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    new Random(seed).nextBytes(samples);
    return new RgbImage(width, height, samples);
  }
}
