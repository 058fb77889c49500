package io.github.styletransfer.patches.match;

/**
 * The search for better patches over one band of rows: each patch tries what follows on from its
 * neighbours' patches, and random ones ever nearer to its own.
 */
final class BandSearch {
  private final PatchField field;
  private final float[] costs;
  private final PatchDifference difference;
  private final LiveUses uses;
  private final PatchAreas areas;
  private final Edge edge;
  private final boolean backwards;
  private long random;
  private int x;
  private int y;
  private int region;
  private int bestX;
  private int bestY;
  private float bestDifference;
  private float best;

  /**
   * What a band's first row follows on from.
   *
   * @param rows one for each band
   * @param band the row of this one
   */
  record Edge(PatchField rows, int band) {}

  /**
   * Prepares a search.
   *
   * @param field which is changed
   * @param costs the field's differences, which are changed with it
   * @param backwards whether from the last patch to the first
   * @param seed of the random numbers
   */
  BandSearch(
      PatchField field,
      float[] costs,
      PatchDifference difference,
      LiveUses uses,
      PatchAreas areas,
      Edge edge,
      boolean backwards,
      long seed) {
    this.field = field;
    this.costs = costs;
    this.difference = difference;
    this.uses = uses;
    this.areas = areas;
    this.edge = edge;
    this.backwards = backwards;
    this.random = seed | 1;
  }

  /** Searches some rows. */
  void run(int first, int end) {
    for (int i = 0; i < end - first; i++) {
      y = backwards ? end - 1 - i : first + i;
      for (int j = 0; j < field.width(); j++) {
        x = backwards ? field.width() - 1 - j : j;
        visit(i == 0);
      }
    }
  }

  private void visit(boolean firstRow) {
    int index = y * field.width() + x;
    region = areas.region(x, y);
    int oldX = field.x()[index];
    int oldY = field.y()[index];
    bestX = oldX;
    bestY = oldY;
    bestDifference = costs[index];
    best = bestDifference + uses.ownPenalty(bestX, bestY);
    int step = backwards ? 1 : -1;
    if (x + step >= 0 && x + step < field.width()) {
      consider(field.x()[index + step] - step, field.y()[index + step]);
    }
    if (y + step >= 0 && y + step < field.height()) {
      PatchField before = firstRow ? edge.rows() : field;
      int row = firstRow ? edge.band() : y + step;
      int above = row * field.width() + x;
      consider(before.x()[above], before.y()[above] - step);
    }
    for (int reach = Math.max(uses.width(), uses.height()) / 2; reach >= 1; reach /= 2) {
      consider(bestX + within(reach), bestY + within(reach));
    }
    if (region >= 0) {
      int any = areas.drawn(region, next());
      consider(any % uses.width(), any / uses.width());
    }
    if (bestX != oldX || bestY != oldY) {
      uses.change(oldX, oldY, bestX, bestY);
      field.x()[index] = bestX;
      field.y()[index] = bestY;
      costs[index] = bestDifference;
    }
  }

  private void consider(int paintingX, int paintingY) {
    if (paintingX < 0
        || paintingY < 0
        || paintingX >= uses.width()
        || paintingY >= uses.height()
        || (paintingX == bestX && paintingY == bestY)
        || !areas.allows(region, paintingX, paintingY)) {
      return;
    }
    float penalty = uses.penalty(paintingX, paintingY);
    if (penalty + difference.bound(x, y, paintingX, paintingY) >= best) {
      return;
    }
    float some = difference.of(x, y, paintingX, paintingY, best - penalty);
    if (some + penalty < best) {
      best = some + penalty;
      bestDifference = some;
      bestX = paintingX;
      bestY = paintingY;
    }
  }

  /** A whole number from -reach to reach. */
  private int within(int reach) {
    return (int) ((next() * (2L * reach + 1)) >>> 32) - reach;
  }

  /** A number of 32 bits, by Marsaglia's xorshift. */
  private long next() {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return random >>> 32;
  }
}
