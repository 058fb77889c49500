package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import java.util.Arrays;

/**
 * How often each part of the painting is in use: for each of the painting's patches, how many
 * patches of the field cover its centre (Kaspar et al., Self Tuning Texture Optimization, 2015).
 */
final class PatchUses {
  private final PatchLayout layout;
  private final int width;
  private final int height;
  private final int side;
  private final int[] counts;
  private final int[] rows;
  private final float[] penalties;

  /**
   * Uses of nothing yet.
   *
   * @param layout of the paintings' patches
   */
  PatchUses(PatchLayout layout) {
    this.layout = layout;
    this.width = layout.width();
    this.height = layout.height();
    this.side = layout.side();
    this.counts = new int[width * height];
    this.rows = new int[width * height];
    this.penalties = new float[width * height];
  }

  /**
   * Counts anew.
   *
   * @param units penalty of one use, for each painting
   * @return penalty for each patch of the paintings, infinite where there is none; overwritten by
   *     the next call
   */
  float[] penalties(PatchField field, float[] units, Bands bands) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < field.x().length; i++) {
      counts[field.y()[i] * width + field.x()[i]]++;
    }
    int reach = side / 2;
    bands.rows(
        height,
        (first, end) -> {
          for (int y = first; y < end; y++) {
            sumRow(y * width, reach);
          }
        });
    bands.rows(
        height,
        (first, end) -> {
          int[] sums = new int[width];
          for (int y = Math.max(0, first - reach); y < Math.min(height, first + reach); y++) {
            add(sums, y, 1);
          }
          for (int y = first; y < end; y++) {
            if (y + reach < height) {
              add(sums, y + reach, 1);
            }
            int columns = layout.columns(y);
            float unit = columns == 0 ? 0 : units[layout.owner(y)];
            for (int x = 0; x < columns; x++) {
              penalties[y * width + x] = sums[x] * unit;
            }
            Arrays.fill(penalties, y * width + columns, (y + 1) * width, Float.POSITIVE_INFINITY);
            if (y - reach >= 0) {
              add(sums, y - reach, -1);
            }
          }
        });
    return penalties;
  }

  private void sumRow(int row, int reach) {
    int sum = 0;
    for (int x = 0; x < Math.min(reach, width); x++) {
      sum += counts[row + x];
    }
    for (int x = 0; x < width; x++) {
      if (x + reach < width) {
        sum += counts[row + x + reach];
      }
      rows[row + x] = sum;
      if (x - reach >= 0) {
        sum -= counts[row + x - reach];
      }
    }
  }

  private void add(int[] sums, int y, int sign) {
    int row = y * width;
    for (int x = 0; x < width; x++) {
      sums[x] += sign * rows[row + x];
    }
  }
}
