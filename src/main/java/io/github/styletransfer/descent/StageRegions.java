package io.github.styletransfer.descent;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.region.RegionPyramid;
import io.github.styletransfer.region.RegionWeights;
import io.github.styletransfer.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The regions of a stage's images. A region that is too small on a layer, on the photo or on all
 * paintings, isn't looked at there.
 *
 * @param photo those of the photo, with its margin
 * @param paintings those of each painting; empty if all of it serves every region
 */
record StageRegions(RegionPyramid photo, List<Optional<RegionPyramid>> paintings) {
  /**
   * The regions at a stage's sizes.
   *
   * @param content the photo's size, with its margin
   */
  static StageRegions of(
      Regions regions, Margin margin, ImageSize content, List<ImageSize> styles) {
    int border = margin.pixels();
    RegionWeights photo =
        RegionWeights.of(
            regions.photo(), content.width() - 2 * border, content.height() - 2 * border);
    List<Optional<RegionPyramid>> paintings = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      ImageSize size = styles.get(i);
      paintings.add(
          regions
              .paintings()
              .get(i)
              .map(map -> new RegionPyramid(RegionWeights.of(map, size.width(), size.height()))));
    }
    return new StageRegions(new RegionPyramid(photo.bordered(border)), paintings);
  }

  /** Those that the losses look at. */
  StyleRegions ofPhoto() {
    return new StyleRegions(photo, levels());
  }

  /** Those that a painting has targets for; empty if its targets are for all of them. */
  Optional<StyleRegions> ofPainting(int number) {
    return paintings
        .get(number)
        .map(
            some -> {
              List<Integer> levels = levels();
              return new StyleRegions(
                  some,
                  levelsByRegion(
                      region -> Math.min(levels.get(region), some.levelsWithStyle(region))));
            });
  }

  private List<Integer> levels() {
    return levelsByRegion(
        region ->
            Math.min(
                photo.levelsWithStyle(region),
                paintings.stream()
                    .mapToInt(some -> levelsWithStyle(some, region))
                    .max()
                    .orElseThrow()));
  }

  private static int levelsWithStyle(Optional<RegionPyramid> painting, int region) {
    return painting.map(some -> some.levelsWithStyle(region)).orElse(Integer.MAX_VALUE);
  }

  private List<Integer> levelsByRegion(IntUnaryOperator levels) {
    return IntStream.range(0, photo.count()).map(levels).boxed().toList();
  }

  /** A painting's targets as those of each region, if they are of all of it. */
  Targets named(int number, Targets targets) {
    return paintings.get(number).isPresent()
        ? targets
        : targets.renamed(
            layer -> {
              List<String> names = new ArrayList<>();
              for (int region = 0; region < photo.count(); region++) {
                names.add(StyleRegions.name(layer, region));
              }
              return names;
            });
  }
}
