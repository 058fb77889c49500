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
  private final float unit;

  /**
   * Goes on from penalties, which are changed.
   *
   * @param width patches in a row of the painting
   * @param height rows of patches
   * @param side of a patch, in pixels
   * @param unit penalty of one use
   */
  LiveUses(float[] penalties, int width, int height, int side, float unit) {
    this.penalties = penalties;
    this.width = width;
    this.height = height;
    this.reach = side / 2;
    this.unit = unit;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** What it costs one more patch to use one of the painting's. */
  float penalty(int x, int y) {
    return penalties[y * width + x];
  }

  /** What it costs the patch that uses it. */
  float ownPenalty(int x, int y) {
    return penalty(x, y) - unit;
  }

  /** A patch changes what it uses. */
  void change(int fromX, int fromY, int toX, int toY) {
    add(fromX, fromY, -unit);
    add(toX, toY, unit);
  }

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
