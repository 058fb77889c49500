package io.github.styletransfer.cli;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.OptimizerSettings;
import io.github.styletransfer.report.CheckpointWriter;
import io.github.styletransfer.report.IterationLog;
import io.github.styletransfer.report.LossCsv;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.DivergedException;
import io.github.styletransfer.transfer.InitialImage;
import io.github.styletransfer.transfer.Stages;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.StyleTransferRun;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that one command line asks for, checked as far as that can be done without reading its files.
 *
 * @param content the photo
 * @param style the painting
 * @param start what the optimisation starts from
 * @param longestSide of the result; empty for the photo's own size
 * @param network the feature network
 * @param pooling how VGG-19's pooling layers reduce
 * @param losses weights and layers
 * @param optimizer the optimiser and its hyperparameters
 * @param matchColors whether the photo gets the painting's colours first
 * @param stages the sizes that the run goes through
 * @param checkpoints number of iterations and checkpoints
 * @param engine what computes
 * @param files what is written
 */
record TransferJob(
    Path content,
    Path style,
    StartOption start,
    OptionalInt longestSide,
    NetworkChoice network,
    Pooling pooling,
    LossRequest losses,
    OptimizerSettings optimizer,
    boolean matchColors,
    Stages stages,
    Checkpoints checkpoints,
    EngineChoice engine,
    OutputFiles files) {
  private static final Logger LOG = LoggerFactory.getLogger(TransferJob.class);

  /**
   * Does the job, or as much of it as can be done until it is asked to stop.
   *
   * @param stop asks it to
   * @throws IOException if an input can't be used
   * @throws UserException if a file can't be written, a layer isn't there or memory runs out
   */
  TransferResult run(StopRequest stop) throws IOException, UserException, DivergedException {
    CompletableFuture<Void> libraries = engine.preload();
    ImageReader reader = new ImageReader();
    RgbImage contentImage = sized(reader.read(content));
    RgbImage styleImage = fittedStyle(reader.read(style), contentImage.width());
    InitialImage initial = start.image(reader);
    LOG.info("Content {}: {} x {}", content, contentImage.width(), contentImage.height());
    LOG.info("Style {}: {} x {}", style, styleImage.width(), styleImage.height());
    libraries.join();
    FeatureNetwork features = network.load(shortestSide(contentImage, styleImage));
    LossSettings lossSettings = losses.on(features, network.defaults());
    LOG.info(
        network instanceof NetworkChoice.VggFile ? "Network {}, {} pooling" : "Network {}",
        network,
        pooling);
    LOG.info("{}", lossSettings);
    LOG.info(
        "{}, {} iterations on {} sizes, starting from {}{}",
        optimizer,
        stages.iterations(),
        stages.sizes(),
        start,
        matchColors ? ", in the style's colours" : "");
    TransferSettings settings =
        new TransferSettings(
            lossSettings, pooling, optimizer, initial, matchColors, stages, checkpoints);
    EngineFactory engines = engine.factory();
    MemoryCheck.require(
        new StyleTransferRun(engines, features, settings, List.of()),
        engine.memory(),
        contentImage.width(),
        contentImage.height());
    try {
      return transfer(engines, features, settings, contentImage, styleImage, stop);
    } catch (ImageFileException e) {
      throw new UserException(ExitCode.OUTPUT, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "Writing " + files.losses() + " failed (" + e + "). Check the disk and its free space.",
          e);
    } catch (OutOfMemoryError e) {
      throw new UserException(
          ExitCode.MEMORY,
          "There isn't enough memory for a result of %d x %d pixels: pass a smaller --size."
              .formatted(contentImage.width(), contentImage.height()),
          e);
    }
  }

  private RgbImage sized(RgbImage image) throws UserException {
    if (longestSide.isEmpty()) {
      return image;
    }
    double factor = (double) longestSide.getAsInt() / Math.max(image.width(), image.height());
    requirePossible(content, factor * image.width(), factor * image.height());
    return Resizer.fitLongestSide(image, longestSide.getAsInt());
  }

  private RgbImage fittedStyle(RgbImage image, int width) throws UserException {
    requirePossible(style, width, (double) image.height() * width / image.width());
    return Resizer.fitWidth(image, width);
  }

  private static void requirePossible(Path file, double width, double height) throws UserException {
    if (width * height > ImageReader.DEFAULT_MAX_PIXELS) {
      throw new UserException(
          ExitCode.USAGE,
          String.format(
              Locale.ROOT,
              "%s would be resized to %.0f x %.0f pixels; at most %,d pixels are possible. Pass a"
                  + " smaller --size.",
              file,
              width,
              height,
              ImageReader.DEFAULT_MAX_PIXELS));
    }
  }

  private static int shortestSide(RgbImage one, RgbImage other) {
    return Math.min(Math.min(one.width(), one.height()), Math.min(other.width(), other.height()));
  }

  private TransferResult transfer(
      EngineFactory engines,
      FeatureNetwork features,
      TransferSettings settings,
      RgbImage contentImage,
      RgbImage styleImage,
      StopRequest stop)
      throws IOException, DivergedException {
    ImageWriter writer = new ImageWriter();
    try (LossCsv csv = new LossCsv(files.losses())) {
      StyleTransferRun run =
          new StyleTransferRun(
              engines,
              features,
              settings,
              List.of(
                  csv,
                  new IterationLog(checkpoints.iterations(), System::nanoTime),
                  new CheckpointWriter(writer, files::checkpoint)));
      TransferResult result = run.run(contentImage, styleImage, stop);
      if (result instanceof TransferResult.Finished finished) {
        writer.write(finished.image(), files.result());
      } else if (result instanceof TransferResult.Interrupted interrupted) {
        Path file = files.checkpoint(interrupted.iteration());
        writer.write(interrupted.image(), file);
        LOG.info(
            "Stopped after iteration {}; the image so far is {}",
            interrupted.iteration() + 1,
            file);
      } else {
        LOG.info("Stopped before the first iteration was done; there is no image yet");
      }
      return result;
    }
  }
}
