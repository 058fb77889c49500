package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Areas;
import io.github.styletransfer.patches.raster.Labels;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which of the paintings' patches each patch of a picture may be painted with: those whose centre
 * serves the region that its own centre is in. A region that no patch serves may have any.
 */
public final class PatchAreas {
  /** How far the nearest patch that serves a region is looked for, before one is drawn. */
  private static final int NEAR = 12;

  private final PatchLayout layout;
  private final int half;
  private final @Nullable Labels picture;

  /** The regions that each of the paintings' patches serves, a bit for each. */
  private final int[] served;

  /** The positions of the patches that serve a region. */
  private final int[][] patches;

  private PatchAreas(PatchLayout layout, @Nullable Labels picture, int[] served, int[][] patches) {
    this.layout = layout;
    this.half = layout.side() / 2;
    this.picture = picture;
    this.served = served;
    this.patches = patches;
  }

  /** Any patch may be used everywhere. */
  public static PatchAreas everywhere(PatchLayout layout) {
    return new PatchAreas(layout, null, new int[0], new int[0][]);
  }

  /** The areas of a picture and of the paintings in a layout. */
  public static PatchAreas of(PatchLayout layout, Areas areas) {
    if (areas.isWhole()) {
      return everywhere(layout);
    }
    int[] served = new int[layout.width() * layout.height()];
    int half = layout.side() / 2;
    for (int y = 0; y < layout.height(); y++) {
      for (int x = 0; x < layout.columns(y); x++) {
        int painting = layout.owner(y);
        Labels labels = areas.paintings().get(painting);
        byte label = labels.at(x + half, y - layout.firstRow(painting) + half);
        served[y * layout.width() + x] =
            label == Labels.ALL ? -1 : label == Labels.NONE ? 0 : 1 << label;
      }
    }
    int[][] patches = new int[areas.count()][];
    for (int region = 0; region < patches.length; region++) {
      patches[region] = positions(served, 1 << region);
      if (patches[region].length == 0) {
        for (int y = 0; y < layout.height(); y++) {
          for (int x = 0; x < layout.columns(y); x++) {
            served[y * layout.width() + x] |= 1 << region;
          }
        }
        patches[region] = positions(served, 1 << region);
      }
    }
    return new PatchAreas(layout, areas.picture(), served, patches);
  }

  private static int[] positions(int[] served, int bit) {
    int[] positions = new int[served.length];
    int count = 0;
    for (int i = 0; i < served.length; i++) {
      if ((served[i] & bit) != 0) {
        positions[count++] = i;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  /** The region of a picture's patch; negative if it has none, so that it may have any patch. */
  int region(int x, int y) {
    return picture == null ? -1 : Math.max(-1, picture.at(x + half, y + half));
  }

  /** Whether one of the paintings' patches serves a region. */
  boolean allows(int region, int x, int y) {
    return region < 0 || (served[y * layout.width() + x] >>> region & 1) != 0;
  }

  /**
   * One of the patches that serve a region.
   *
   * @param random 0 to 2^32 - 1
   * @return its position, row by row
   */
  int drawn(int region, long random) {
    int[] some = patches[region];
    return some[(int) ((random * some.length) >>> 32)];
  }

  /** Draws patches anew that don't serve their regions. */
  void redraw(PatchField field, SplittableRandom random) {
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < field.width(); x++) {
        int i = y * field.width() + x;
        int region = region(x, y);
        if (!allows(region, field.x()[i], field.y()[i])) {
          int position = drawn(region, random.nextInt() & 0xffffffffL);
          field.x()[i] = position % layout.width();
          field.y()[i] = position / layout.width();
        }
      }
    }
  }

  /**
   * Brings patches to the nearest that serve their regions, where they don't; draws one if there is
   * none near.
   */
  public void mend(PatchField field, SplittableRandom random) {
    if (picture == null) {
      return;
    }
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < field.width(); x++) {
        int region = region(x, y);
        int i = y * field.width() + x;
        if (!allows(region, field.x()[i], field.y()[i])) {
          bringNear(field, i, region);
        }
      }
    }
    redraw(field, random);
  }

  private void bringNear(PatchField field, int index, int region) {
    int left = field.x()[index];
    int top = field.y()[index];
    int owner = layout.owner(top);
    for (int reach = 1; reach <= NEAR; reach++) {
      for (int dy = -reach; dy <= reach; dy++) {
        int step = Math.abs(dy) == reach ? 1 : 2 * reach;
        for (int dx = -reach; dx <= reach; dx += step) {
          int x = left + dx;
          int y = top + dy;
          if (layout.has(x, y) && layout.owner(y) == owner && allows(region, x, y)) {
            field.x()[index] = x;
            field.y()[index] = y;
            return;
          }
        }
      }
    }
  }
}
