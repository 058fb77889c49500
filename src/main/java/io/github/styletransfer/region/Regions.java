package io.github.styletransfer.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The regions of a photo, and those of paintings by the photo's numbers.
 *
 * @param photo the photo's
 * @param paintings for each painting its own, or nothing if all of it serves every region
 */
public record Regions(RegionMap photo, List<Optional<RegionMap>> paintings) {
  /** Copies the list. */
  public Regions {
    paintings = List.copyOf(paintings);
  }

  /**
   * Brings masks together: the photo's regions that a painting's have the same colours as, within a
   * tolerance, get these.
   *
   * @param masks of the paintings, in the order of these
   */
  public static Regions matched(RegionMap photo, List<Optional<RegionMap>> masks) {
    return new Regions(
        photo,
        masks.stream()
            .map(
                mask ->
                    mask.map(
                        map ->
                            map.renumbered(
                                photo.colors(), RegionMatching.of(map.colors(), photo.colors()))))
            .toList());
  }

  /** The memory that the masks take. */
  public long bytes() {
    return photo.bytes()
        + paintings.stream().mapToLong(map -> map.map(RegionMap::bytes).orElse(0L)).sum();
  }

  /** The colours of the photo's regions that no painting has. */
  public List<RegionColor> missing() {
    return IntStream.range(0, photo.count())
        .filter(region -> paintings.stream().noneMatch(map -> serves(map, region)))
        .mapToObj(photo.colors()::get)
        .toList();
  }

  private static boolean serves(Optional<RegionMap> map, int region) {
    return map.isEmpty() || map.get().share(region) > 0;
  }

  /** The colours of a painting's mask, as it was read, that the photo's mask doesn't have. */
  public static List<RegionColor> unused(RegionMap photo, RegionMap mask) {
    RegionMatching matching = RegionMatching.of(mask.colors(), photo.colors());
    List<RegionColor> unused = new ArrayList<>();
    for (int i = 0; i < mask.count(); i++) {
      if (matching.of(i).isEmpty()) {
        unused.add(mask.colors().get(i));
      }
    }
    return unused;
  }
}
