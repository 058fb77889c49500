package io.github.styletransfer.descent;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.optimize.LbfgsSettings;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small runs on noise, with the built-in network. */
final class Runs {
  static final RgbImage CONTENT = image(1, 70, 66);
  static final RgbImage STYLE = image(2, 64, 68);

  private Runs() {}

  /**
   * A run with its listeners.
   *
   * @param method makes the picture
   */
  record Run(TransferMethod method, List<TransferListener> listeners) {
    TransferResult run(RgbImage content, RgbImage style, Optional<RunState> from, StopRequest stop)
        throws IOException {
      return method.run(TransferImages.of(content, style), from, listeners, stop);
    }
  }

  static Run of(
      EngineFactory engines,
      OptimizerSettings optimizer,
      int iterations,
      int sizes,
      Optional<ConvergenceRule> stopWhen,
      TransferListener... listeners) {
    TransferMethod method =
        new Session(engines, Wavelets.forSide(64), 0)
            .transfer(settings(optimizer, iterations, sizes, stopWhen));
    return new Run(method, List.of(listeners));
  }

  /** A run of L-BFGS at two sizes, polished by Adam. */
  static Run polished(EngineFactory engines, TransferListener... listeners) {
    TransferSettings usual = settings(LbfgsSettings.DEFAULT, 1, 1, Optional.empty());
    TransferSettings settings =
        new TransferSettings(
            usual.losses(),
            usual.optimizer(),
            new AdamSettings(30, 0.9, 0.99, 1e-8, 0.5),
            usual.initial(),
            usual.matchColors(),
            usual.resampling(),
            new Stages(IterationCount.each(3, 2, 4), SizeSteps.doubling(2), List.of()),
            usual.checkpoints(),
            usual.stopWhen());
    return new Run(
        new Session(engines, Wavelets.forSide(64), 0).transfer(settings), List.of(listeners));
  }

  static TransferSettings settings(
      OptimizerSettings optimizer, int iterations, int sizes, Optional<ConvergenceRule> stopWhen) {
    Wavelets network = Wavelets.forSide(64);
    LossSettings losses =
        new LossSettings(
            1,
            10,
            0,
            List.of(new LayerWeight("level2", 1)),
            network.styleLayers().stream().map(name -> new LayerWeight(name, 1)).toList());
    return new TransferSettings(
        losses,
        optimizer,
        new AdamSettings(2, 0.9, 0.99, 1e-8),
        new InitialImage.Content(),
        true,
        Resampling.LINEAR,
        new Stages(iterations, sizes),
        new Checkpoints(iterations),
        stopWhen);
  }

  static RgbImage image(long seed, int width, int height) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    new Random(seed).nextBytes(samples);
    return new RgbImage(width, height, samples);
  }
}
