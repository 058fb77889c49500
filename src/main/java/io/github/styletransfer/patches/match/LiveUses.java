package io.github.styletransfer.patches.match;

/**
 * The penalties of the painting's patches while some of an image's patches change theirs.
 *
 * <p>Each band has its own, from what all of them were before the sweep, so that it doesn't matter
 * which bands are searched at the same time.
 */
final class LiveUses {
  private final float[] penalties;
  private final int width;
  private final int height;
  private final int reach;
  private final PatchLayout layout;
  private final float[] units;
  private final float[] ofPaintings;
  private final float[] steps;

  /**
   * Goes on from penalties, which are changed.
   *
   * @param layout of the paintings' patches
   * @param units penalty of one use, for each painting
   * @param ofPaintings penalties of paintings beside those of their patches, which are changed
   * @param steps what is added to these for one more use
   */
  LiveUses(
      float[] penalties, PatchLayout layout, float[] units, float[] ofPaintings, float[] steps) {
    this.penalties = penalties;
    this.width = layout.width();
    this.height = layout.height();
    this.reach = layout.side() / 2;
    this.layout = layout;
    this.units = units;
    this.ofPaintings = ofPaintings;
    this.steps = steps;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** What it costs one more patch to use one of the paintings'; infinite where there is none. */
  float penalty(int x, int y) {
    int owner = layout.owner(y);
    return owner < 0 ? Float.POSITIVE_INFINITY : penalties[y * width + x] + ofPaintings[owner];
  }

  /** What it costs the patch that uses it. */
  float ownPenalty(int x, int y) {
    int owner = layout.owner(y);
    return penalty(x, y) - units[owner] - steps[owner];
  }

  /** A patch changes what it uses. */
  void change(int fromX, int fromY, int toX, int toY) {
    int from = layout.owner(fromY);
    int to = layout.owner(toY);
    add(fromX, fromY, -units[from]);
    add(toX, toY, units[to]);
    ofPaintings[from] -= steps[from];
    ofPaintings[to] += steps[to];
  }

  /** Rows between two paintings' patches are more than patches reach. */
  private void add(int x, int y, float change) {
    int left = Math.max(0, x - reach);
    int right = Math.min(width - 1, x + reach);
    for (int r = Math.max(0, y - reach); r <= Math.min(height - 1, y + reach); r++) {
      for (int i = r * width + left; i <= r * width + right; i++) {
        penalties[i] += change;
      }
    }
  }
}
