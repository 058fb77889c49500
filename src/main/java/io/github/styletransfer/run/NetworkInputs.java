package io.github.styletransfer.run;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.descent.Session;
import io.github.styletransfer.descent.TransferSettings;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferMethod;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
   * @param images the photo at the result's size, and the paintings as wide as the method wants
   *     them
   * @param given the paintings' sizes in their files
   * @param regions of these images; empty if all of them are one
   * @throws IOException if an input can't be used
   * @throws UserException if an image or a region has too few pixels, or a layer isn't there
   */
  TransferMethod method(TransferImages images, List<ImageSize> given, Optional<Regions> regions)
      throws IOException, UserException {
    InitialImage initial = choice.start().image(reader);
    RgbImage content = images.content();
    int shortest = shortestSide(content.size());
    for (ImageSize painting : images.paintingSizes()) {
      shortest = Math.min(shortest, shortestSide(painting));
    }
    Session loaded = session.on(job, choice, shortest);
    FeatureNetwork network = loaded.network();
    LossSettings losses = choice.losses().chosenOn(network);
    requireLayers(losses, network);
    TransferSettings settings =
        new TransferSettings(
            losses,
            choice.optimizer(),
            choice.polisher(),
            initial,
            choice.matchColors(),
            choice.resampling(),
            choice.stages(),
            job.checkpoints(),
            choice.stopWhen());
    StructureCheck structure = new StructureCheck(network, losses);
    structure.requirePhoto(job.content().toString(), content);
    for (int i = 0; i < given.size(); i++) {
      structure.requirePainting(
          job.paintings().get(i).file().toString(),
          given.get(i),
          new StructureCheck.Fitted(images.paintingSizes().get(i), choice.styleScale()),
          content.size(),
          job.maxPixels());
    }
    if (regions.isPresent()) {
      RegionMasks.requireStyle(
          job,
          loaded.regionsWithoutStyle(
              settings, regions.get(), content.size(), images.paintingSizes()));
    }
    return loaded.transfer(settings, regions);
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

  private static int shortestSide(ImageSize size) {
    return Math.min(size.width(), size.height());
  }
}
