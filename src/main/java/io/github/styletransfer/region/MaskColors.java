package io.github.styletransfer.region;

import io.github.styletransfer.image.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the colours that a mask is painted in: those of flat areas. The noise of a JPEG around a
 * colour counts as that colour; edges, antialiased or soft, have no flat areas, or such as are
 * spread over a range of colours.
 */
final class MaskColors {
  /** A part of a mask that is smaller names no region. */
  private static final double LEAST_SHARE = 0.001;

  private static final int MOST = 32;

  /** Colours that are nearer to each other, in grey levels, are the same. */
  static final int SAME = 32;

  /** How much the pixels of a flat area may differ, in grey levels. */
  private static final int FLAT = 12;

  /**
   * A colour's own pixels are within this distance; those of a range of colours lie beyond, too.
   */
  private static final int CORE = 12;

  private static final int SHELL = 36;

  /** Colours are counted in cells of four grey levels. */
  private static final int SHIFT = 2;

  private static final int BITS = 8 - SHIFT;
  private static final int CELLS = 1 << (3 * BITS);

  /** Of a photo most cells could be a region's. */
  private static final int MOST_TRIED = 512;

  private final RgbImage mask;
  private final int[] counts = new int[CELLS];

  private MaskColors(RgbImage mask) {
    this.mask = mask;
  }

  /**
   * The colours, those of larger areas first.
   *
   * @throws MaskException if there are none, or too many
   */
  static List<RegionColor> of(RgbImage mask) throws MaskException {
    return new MaskColors(mask).find();
  }

  private List<RegionColor> find() throws MaskException {
    boolean[] flat = flat();
    for (int i = 0; i < flat.length; i++) {
      if (flat[i]) {
        counts[cell(i)]++;
      }
    }
    List<Integer> cells =
        IntStream.range(0, CELLS)
            .filter(cell -> counts[cell] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer cell) -> -counts[cell]))
            .toList();
    List<RegionColor> found = new ArrayList<>();
    for (int cell : cells.subList(0, Math.min(MOST_TRIED, cells.size()))) {
      RegionColor centre = centre(cell);
      if (found.stream().allMatch(other -> centre.squaredDistance(other) > SAME * SAME)
          && isRegion(centre, cells, found)) {
        found.add(centre);
      }
    }
    if (found.isEmpty()) {
      throw new MaskException(
          "has no areas of one colour. Paint each region of the mask in a colour of its own.");
    }
    if (found.size() > MOST) {
      throw new MaskException(
          "has more than "
              + MOST
              + " colours. Paint each region of the mask in one colour, without shades.");
    }
    return exact(found, flat);
  }

  /** Pixels of squares of two by two that are of about one colour. */
  private boolean[] flat() {
    int width = mask.width();
    int height = mask.height();
    boolean[] flat = new boolean[width * height];
    int right = width > 1 ? 1 : 0;
    int below = height > 1 ? width : 0;
    for (int y = 0; y < Math.max(1, height - 1); y++) {
      for (int x = 0; x < Math.max(1, width - 1); x++) {
        int i = y * width + x;
        if (isFlat(i, i + right, i + below, i + below + right)) {
          flat[i] = true;
          flat[i + right] = true;
          flat[i + below] = true;
          flat[i + below + right] = true;
        }
      }
    }
    return flat;
  }

  private boolean isFlat(int... pixels) {
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      int least = 255;
      int most = 0;
      for (int pixel : pixels) {
        int sample = sample(pixel, c);
        least = Math.min(least, sample);
        most = Math.max(most, sample);
      }
      if (most - least > FLAT) {
        return false;
      }
    }
    return true;
  }

  private int sample(int pixel, int channel) {
    return mask.samples()[pixel * RgbImage.CHANNELS + channel] & 0xff;
  }

  private int cell(int pixel) {
    return ((sample(pixel, 0) >> SHIFT) << (2 * BITS))
        | ((sample(pixel, 1) >> SHIFT) << BITS)
        | (sample(pixel, 2) >> SHIFT);
  }

  /** The colour in the middle of a cell. */
  private static RegionColor centre(int cell) {
    int mask = (1 << BITS) - 1;
    int half = 1 << (SHIFT - 1);
    return RegionColor.of(
        ((cell >> (2 * BITS)) << SHIFT) + half,
        (((cell >> BITS) & mask) << SHIFT) + half,
        ((cell & mask) << SHIFT) + half);
  }

  /** Whether enough pixels are of this colour, and not spread over a range that it is part of. */
  private boolean isRegion(RegionColor color, List<Integer> cells, List<RegionColor> others) {
    long core = 0;
    long shell = 0;
    for (int cell : cells) {
      RegionColor some = centre(cell);
      int distance = some.squaredDistance(color);
      if (distance <= CORE * CORE) {
        core += counts[cell];
      } else if (distance <= SHELL * SHELL
          && others.stream().allMatch(other -> some.squaredDistance(other) > CORE * CORE)) {
        shell += counts[cell];
      }
    }
    return core >= LEAST_SHARE * mask.width() * mask.height() && core > shell;
  }

  /** The most frequent colour of each cell that was found. */
  private List<RegionColor> exact(List<RegionColor> found, boolean[] flat) {
    List<Map<Integer, Integer>> exact = found.stream().map(some -> counts()).toList();
    Map<Integer, Integer> positions = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      positions.put(found.get(i).rgb(), i);
    }
    for (int i = 0; i < flat.length; i++) {
      if (flat[i]) {
        Integer position = positions.get(centre(cell(i)).rgb());
        if (position != null) {
          int rgb = RegionColor.of(sample(i, 0), sample(i, 1), sample(i, 2)).rgb();
          exact.get(position).merge(rgb, 1, Integer::sum);
        }
      }
    }
    return exact.stream().map(MaskColors::mostFrequent).map(RegionColor::new).toList();
  }

  private static Map<Integer, Integer> counts() {
    return new HashMap<>();
  }

  private static int mostFrequent(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
