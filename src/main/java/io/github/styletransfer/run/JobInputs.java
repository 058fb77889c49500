package io.github.styletransfer.run;

import io.github.styletransfer.color.LinearMap;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.PatchMethod;
import io.github.styletransfer.job.StyleColors;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.patches.PatchTransfer;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.retouch.Retouch;
import io.github.styletransfer.retouch.RetouchedMethod;
import io.github.styletransfer.transfer.Painting;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.SizeMark;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a job's files hold.
 *
 * @param images the photo at the result's size, and the paintings as wide as the method wants them
 * @param photo what the result's file gets from the photo's
 * @param method makes the picture
 */
record JobInputs(TransferImages images, PhotoDetails photo, TransferMethod method) {
  private static final Logger LOG = LoggerFactory.getLogger(JobInputs.class);

  /** Sizes of a run that are all named in the log. */
  private static final int MOST_NAMED = 4;

  /**
   * Reads the files.
   *
   * @param session loads a network
   * @throws IOException if an input can't be used
   * @throws UserException if an image has too many or too few pixels, or a layer isn't there
   */
  static JobInputs read(TransferJob job, JobSession session) throws IOException, UserException {
    ImageReader reader = new ImageReader(job.maxPixels());
    RgbImage photo = session.images().photo(job.content(), reader);
    RgbImage content = sized(job, photo);
    Retouch retouch = retouch(job, reader, photo.size(), content);
    List<ImageSize> given = new ArrayList<>();
    List<Painting> paintings = new ArrayList<>();
    for (PaintingFile painting : job.paintings()) {
      ImageSource.FittedPainting fitted =
          painting(job, painting.file(), reader, content.width(), session.images());
      given.add(fitted.given());
      paintings.add(new Painting(recolored(job, fitted.image(), content), painting.weight()));
    }
    TransferImages images = new TransferImages(content, paintings);
    log(job, images);
    Optional<Regions> regions = new RegionMasks(job, reader).regions(images);
    TransferMethod method =
        job.method() instanceof NetworkMethod network
            ? new NetworkInputs(job, network, reader, session).method(images, given, regions)
            : method(job, regions);
    return new JobInputs(
        images,
        PhotoDetails.read(job, reader, content.size()),
        retouch.isNeeded() ? new RetouchedMethod(method, retouch) : method);
  }

  private static Retouch retouch(
      TransferJob job, ImageReader reader, ImageSize photo, RgbImage content)
      throws IOException, UserException {
    Optional<InputFile> mask = job.retouch().where();
    return new Retouch(
        content,
        job.retouch().keepColors(),
        mask.isEmpty()
            ? Optional.empty()
            : Optional.of(new MaskInput(mask.get(), photo).read(reader, content.size())));
  }

  private static RgbImage recolored(TransferJob job, RgbImage painting, RgbImage photo) {
    return job.retouch().styleColors() == StyleColors.PHOTO
        ? LinearMap.apply(painting, photo)
        : painting;
  }

  private static void log(TransferJob job, TransferImages images) {
    RgbImage content = images.content();
    LOG.info("Content {}: {} x {}", job.content(), content.width(), content.height());
    for (int i = 0; i < job.paintings().size(); i++) {
      PaintingFile painting = job.paintings().get(i);
      ImageSize size = images.paintingSizes().get(i);
      LOG.info(
          "Style {}: {} x {}{}",
          painting.file(),
          size.width(),
          size.height(),
          job.paintings().size() > 1 ? ", weight " + painting.weightText() : "");
    }
  }

  private static TransferMethod method(TransferJob job, Optional<Regions> regions) {
    if (job.method() instanceof PatchMethod patches) {
      return new PatchTransfer(patches.settings(), job.checkpoints(), job.threads(), regions);
    }
    throw new IllegalStateException("a method of another kind");
  }

  /** The photo at the result's size. */
  RgbImage content() {
    return images.content();
  }

  /** The paintings, as wide as the method wants them. */
  List<RgbImage> styles() {
    return images.paintings().stream().map(Painting::image).toList();
  }

  /** The sizes that the run goes through. */
  List<PlannedStage> stages() {
    return method.stages(content().size());
  }

  /** How many iterations the run has. */
  RunLength length() {
    return method.length(content().size());
  }

  /** Where each of these sizes begins. */
  List<SizeMark> marks() {
    return SizeMark.of(stages());
  }

  /** Such as {@code 100 iterations at 3 sizes (128 x 96, 256 x 192, 512 x 384)}. */
  String schedule() {
    List<PlannedStage> stages = stages();
    List<String> sizes = stages.stream().map(PlannedStage::size).distinct().toList();
    return counted(stages.stream().mapToInt(PlannedStage::iterations).sum(), "iteration")
        + " at "
        + counted(sizes.size(), "size")
        + (sizes.size() > MOST_NAMED
            ? " from " + sizes.get(0) + " to " + sizes.get(sizes.size() - 1)
            : " (" + String.join(", ", sizes) + ")");
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static RgbImage sized(TransferJob job, RgbImage image) throws UserException {
    if (job.size().longestSide().isEmpty()) {
      return image;
    }
    int longest = job.size().longestSide().getAsInt();
    double factor = (double) longest / Math.max(image.width(), image.height());
    requirePossible(
        job,
        job.content(),
        factor * image.width(),
        factor * image.height(),
        "Pass a smaller --size.");
    RgbImage resized = Resizer.fitLongestSide(image, longest, job.method().resampling());
    if (factor > 1) {
      LOG.info(
          "The photo has {} x {} pixels: enlarging it to {} x {} adds no detail",
          image.width(),
          image.height(),
          resized.width(),
          resized.height());
    }
    return resized;
  }

  private static ImageSource.FittedPainting painting(
      TransferJob job, InputFile file, ImageReader reader, int resultWidth, ImageSource images)
      throws IOException, UserException {
    int width = (int) Math.max(1, Math.round(job.method().styleScale() * resultWidth));
    return images.painting(
        new ImageSource.PaintingKey(file, job.maxPixels(), width, job.method().resampling()),
        () -> {
          RgbImage image = file.read(reader);
          return new ImageSource.FittedPainting(fitted(job, file, image, width), image.size());
        });
  }

  /** The painting at the width that the method wants. */
  private static RgbImage fitted(TransferJob job, InputFile file, RgbImage image, int width)
      throws UserException {
    requirePossible(
        job,
        file,
        width,
        (double) image.height() * width / image.width(),
        "Crop the painting at the top or bottom, or pass a smaller "
            + (job.method().styleScale() > 1 ? "--size or --style-scale." : "--size."));
    return Resizer.fitWidth(image, width, job.method().resampling());
  }

  private static void requirePossible(
      TransferJob job, InputFile file, double width, double height, String remedy)
      throws UserException {
    if (width * height > job.maxPixels()) {
      throw new UserException(
          ExitCode.USAGE,
          String.format(
              Locale.ROOT,
              "%s would be resized to %.0f x %.0f pixels; at most %,d pixels are allowed. %s",
              file,
              width,
              height,
              job.maxPixels(),
              remedy));
    }
  }
}
