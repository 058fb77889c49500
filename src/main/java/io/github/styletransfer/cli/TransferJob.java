package io.github.styletransfer.cli;

import io.github.styletransfer.engine.SameDiffEngineFactory;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.network.KernelLayout;
import io.github.styletransfer.network.Vgg19;
import io.github.styletransfer.network.VggLoader;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.report.CheckpointWriter;
import io.github.styletransfer.report.IterationLog;
import io.github.styletransfer.report.LossCsv;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.DivergedException;
import io.github.styletransfer.transfer.InitialImage;
import io.github.styletransfer.transfer.StyleTransferRun;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that one command line asks for, checked as far as that can be done without reading its files.
 *
 * @param content the photo
 * @param style the painting
 * @param start what the optimisation starts from
 * @param longestSide of the result; empty for the photo's own size
 * @param network the VGG-19 file
 * @param kernelLayout how its kernels are read
 * @param pooling how its pooling layers reduce
 * @param losses weights and layers
 * @param adam the optimiser's hyperparameters
 * @param checkpoints number of iterations and checkpoints
 * @param files what is written
 */
record TransferJob(
    Path content,
    Path style,
    StartOption start,
    OptionalInt longestSide,
    Path network,
    KernelLayout kernelLayout,
    Pooling pooling,
    LossSettings losses,
    AdamSettings adam,
    Checkpoints checkpoints,
    OutputFiles files) {
  private static final Logger LOG = LoggerFactory.getLogger(TransferJob.class);

  /**
   * Does the job.
   *
   * @throws IOException if an input can't be used
   * @throws UserException if a file can't be written, a layer isn't there or memory runs out
   */
  void run() throws IOException, UserException, DivergedException {
    ImageReader reader = new ImageReader();
    RgbImage contentImage = sized(reader.read(content));
    RgbImage styleImage = fittedStyle(reader.read(style), contentImage.width());
    InitialImage initial = start.image(reader);
    LOG.info("Content {}: {} x {}", content, contentImage.width(), contentImage.height());
    LOG.info("Style {}: {} x {}", style, styleImage.width(), styleImage.height());
    Vgg19 vgg = new VggLoader().load(network, kernelLayout);
    requireLayers(vgg);
    LOG.info("Network {}, {} pooling, {} kernels", network, pooling, kernelLayout);
    LOG.info("{}", losses);
    LOG.info("{}, {} iterations, starting from {}", adam, checkpoints.iterations(), start);
    TransferSettings settings = new TransferSettings(losses, pooling, adam, initial, checkpoints);
    MemoryCheck.require(run(vgg, settings, List.of()), contentImage.width(), contentImage.height());
    try {
      transfer(vgg, settings, contentImage, styleImage);
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

  private void requireLayers(Vgg19 vgg) throws UserException {
    List<String> unknown =
        Stream.concat(losses.contentLayers().stream(), losses.styleLayers().stream())
            .map(LayerWeight::layer)
            .filter(name -> !vgg.hasLayer(name))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "The network has no layer named "
              + String.join(", ", unknown)
              + ". It has "
              + String.join(", ", vgg.layerNames())
              + ".");
    }
  }

  private void transfer(
      Vgg19 vgg, TransferSettings settings, RgbImage contentImage, RgbImage styleImage)
      throws IOException, DivergedException {
    ImageWriter writer = new ImageWriter();
    try (LossCsv csv = new LossCsv(files.losses())) {
      StyleTransferRun run =
          run(
              vgg,
              settings,
              List.of(
                  csv,
                  new IterationLog(checkpoints.iterations(), System::nanoTime),
                  new CheckpointWriter(writer, files::checkpoint)));
      writer.write(run.run(contentImage, styleImage), files.result());
    }
  }

  private static StyleTransferRun run(
      Vgg19 vgg, TransferSettings settings, List<TransferListener> listeners) {
    return new StyleTransferRun(new SameDiffEngineFactory(), vgg, settings, listeners);
  }
}
