package io.github.styletransfer.run;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.descent.Session;
import io.github.styletransfer.descent.TransferSettings;
import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.transfer.TransferMethod;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the method of a job that optimises on a network.
 *
 * @param job whose method it is
 * @param choice that method
 * @param reader reads an image to start from
 * @param session loads the network
 */
record NetworkInputs(
    TransferJob job, NetworkMethod choice, ImageReader reader, JobSession session) {
  /**
   * Loads what the method needs.
   *
   * @param content the photo at the result's size
   * @param given the painting's size in its file
   * @param style the painting, of the photo's width
   * @throws IOException if an input can't be used
   * @throws UserException if an image has too few pixels, or a layer isn't there
   */
  TransferMethod method(RgbImage content, ImageSize given, RgbImage style)
      throws IOException, UserException {
    InitialImage initial = choice.start().image(reader);
    Session loaded = session.on(job, choice, Math.min(shortestSide(content), shortestSide(style)));
    FeatureNetwork network = loaded.network();
    LossSettings losses = choice.losses().chosenOn(network);
    requireLayers(losses, network);
    TransferSettings settings =
        new TransferSettings(
            losses,
            choice.optimizer(),
            initial,
            choice.matchColors(),
            choice.resampling(),
            choice.stages(),
            job.checkpoints(),
            choice.stopWhen());
    StructureCheck structure = new StructureCheck(network, losses);
    structure.requirePhoto(job.content().toString(), content);
    structure.requirePainting(
        job.style().toString(), given, style, content.size(), job.maxPixels());
    return loaded.transfer(settings);
  }

  private static void requireLayers(LossSettings losses, FeatureNetwork network)
      throws UserException {
    List<String> unknown = losses.unknownLayers(network);
    if (!unknown.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "The network has no layer named "
              + String.join(", ", unknown)
              + ". It has "
              + String.join(
                  ", ",
                  Stream.concat(network.contentLayers().stream(), network.styleLayers().stream())
                      .distinct()
                      .toList())
              + ".");
    }
  }

  private static int shortestSide(RgbImage image) {
    return Math.min(image.width(), image.height());
  }
}
