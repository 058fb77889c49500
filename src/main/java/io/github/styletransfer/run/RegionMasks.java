package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.MaskFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.region.MaskException;
import io.github.styletransfer.region.RegionColor;
import io.github.styletransfer.region.RegionMap;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.TransferImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a job's masks.
 *
 * @param job that they are of
 * @param reader reads them
 */
record RegionMasks(TransferJob job, ImageReader reader) {
  private static final Logger LOG = LoggerFactory.getLogger(RegionMasks.class);

  /**
   * The regions; empty if the job has no masks.
   *
   * @param images that the masks are for
   * @throws IOException if a mask can't be read
   * @throws UserException if one is no mask, has another shape than its image, or if the photo has
   *     regions that no painting has
   */
  Optional<Regions> regions(TransferImages images) throws IOException, UserException {
    if (job.masks().isEmpty()) {
      return Optional.empty();
    }
    MaskFiles files = job.masks().get();
    RegionMap photo = map(files.content(), "photo", job.content(), images.content().size());
    LOG.info("Regions {}: {}", files.content(), photo);
    List<Optional<RegionMap>> masks = new ArrayList<>();
    for (int i = 0; i < files.styles().size(); i++) {
      Optional<InputFile> file = files.styles().get(i);
      if (file.isEmpty()) {
        masks.add(Optional.empty());
        continue;
      }
      RegionMap mask =
          map(file.get(), "painting", job.paintings().get(i).file(), images.paintingSizes().get(i));
      LOG.info("Regions {}: {}", file.get(), mask);
      List<RegionColor> unused = Regions.unused(photo, mask);
      if (!unused.isEmpty()) {
        LOG.warn(
            "{} has {}, which {} doesn't have: that part of the painting isn't used",
            file.get(),
            listed(unused),
            files.content());
      }
      masks.add(Optional.of(mask));
    }
    Regions regions = Regions.matched(photo, masks);
    requireAll(files, regions);
    return Optional.of(regions);
  }

  private static void requireAll(MaskFiles files, Regions regions) throws UserException {
    List<RegionColor> missing = regions.missing();
    if (!missing.isEmpty()) {
      String masks =
          files.styles().stream()
              .flatMap(Optional::stream)
              .map(InputFile::toString)
              .collect(Collectors.joining(" and "));
      throw new UserException(
          ExitCode.IMAGE,
          ("%s has %s, but %s %s. Paint the part of the painting whose style it should get in that"
                  + " colour, or paint over it in the photo's mask.")
              .formatted(
                  files.content(),
                  listed(missing),
                  masks,
                  missing.size() == 1 ? "has no such region" : "has no such regions"));
    }
  }

  /**
   * Refuses regions that would be left out.
   *
   * @param tooSmall their colours
   */
  static void requireStyle(TransferJob job, List<RegionColor> tooSmall) throws UserException {
    if (!tooSmall.isEmpty()) {
      throw new UserException(
          ExitCode.IMAGE,
          ("%s has %s too small for a style: every layer that is looked at has fewer than four"
                  + " pixels of it, of the photo or of the paintings. Paint it larger, paint over"
                  + " it in the photo's mask, or give a larger --size.")
              .formatted(job.masks().orElseThrow().content(), listed(tooSmall)));
    }
  }

  private static String listed(List<RegionColor> colors) {
    return (colors.size() == 1 ? "a region " : "regions ")
        + colors.stream().map(RegionColor::toString).collect(Collectors.joining(", "));
  }

  private RegionMap map(InputFile file, String what, InputFile image, ImageSize size)
      throws IOException, UserException {
    RgbImage mask = file.read(reader);
    requireShape(file, mask.size(), what, image, size);
    try {
      return RegionMap.of(mask);
    } catch (MaskException e) {
      throw new UserException(ExitCode.IMAGE, file + " " + e.getMessage(), e);
    }
  }

  private static void requireShape(
      InputFile file, ImageSize mask, String what, InputFile image, ImageSize size)
      throws UserException {
    if (!Proportions.areLike(mask, size)) {
      throw new UserException(
          ExitCode.IMAGE,
          ("%s has %d x %d pixels, another shape than the %s %s, which has %d x %d here. Give a"
                  + " mask of the same proportions; its size doesn't matter.")
              .formatted(
                  file, mask.width(), mask.height(), what, image, size.width(), size.height()));
    }
  }
}
