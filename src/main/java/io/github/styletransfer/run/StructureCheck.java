package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.Loss;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.TargetImage;
import io.github.styletransfer.network.FeatureNetwork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses images so small that a layer sees no structure in them.
 *
 * @param network has the layers
 * @param losses say which count
 */
record StructureCheck(FeatureNetwork network, LossSettings losses) {
  /**
   * A painting as the method sees it.
   *
   * @param size in pixels
   * @param scale its width over the photo's
   */
  record Fitted(ImageSize size, double scale) {}

  /**
   * Checks the photo.
   *
   * @param name of its file
   * @param photo at the result's size
   */
  void requirePhoto(String name, RgbImage photo) throws UserException {
    Optional<String> layer = tooDeep(photo.size(), losses.losses()).findFirst();
    if (layer.isPresent()) {
      throw new UserException(
          ExitCode.IMAGE,
          ("%s would have %d x %d pixels; %s on each side."
                  + " Give a larger image or --size, or leave the layer out.")
              .formatted(name, photo.width(), photo.height(), need(layer.get())));
    }
  }

  /**
   * Checks the painting, after the photo.
   *
   * @param name of its file
   * @param given its size in the file
   * @param painting as the method sees it
   * @param photo the result's size
   * @param maxPixels that the result may have
   */
  void requirePainting(
      String name, ImageSize given, Fitted painting, ImageSize photo, long maxPixels)
      throws UserException {
    Optional<String> layer =
        tooDeep(painting.size(), losses.with(TargetImage.STYLE))
            .max(Comparator.comparingInt(network::smallestSide));
    if (layer.isEmpty()) {
      return;
    }
    ImageSize enough = enough(network.smallestSide(layer.get()), given, photo, painting.scale());
    throw new UserException(
        ExitCode.IMAGE,
        ("%s has %d x %d pixels; at %sthe photo's width, it would have %d x %d; %s on each side."
                + " Crop the painting at the sides, choose another, %sor leave the layer out.")
            .formatted(
                name,
                given.width(),
                given.height(),
                painting.scale() == 1 ? "" : painting.scale() + " times ",
                painting.size().width(),
                painting.size().height(),
                need(layer.get()),
                enough.pixels() > maxPixels
                    ? ""
                    : "pass --size " + Math.max(enough.width(), enough.height()) + " or more, "));
  }

  /** The size of a result for which the painting is high enough. */
  private static ImageSize enough(int height, ImageSize painting, ImageSize photo, double scale) {
    double width = Math.ceil((double) height * painting.width() / painting.height() / scale);
    double factor = width / photo.width();
    return new ImageSize((int) width, (int) Math.ceil(factor * photo.height()));
  }

  private Stream<String> tooDeep(ImageSize image, List<Loss> looking) {
    int side = Math.min(image.width(), image.height());
    return looking.stream()
        .flatMap(loss -> loss.layers().stream())
        .map(LayerWeight::layer)
        .filter(layer -> side < network.smallestSide(layer));
  }

  private String need(String layer) {
    return "layer " + layer + " needs at least " + network.smallestSide(layer);
  }
}
