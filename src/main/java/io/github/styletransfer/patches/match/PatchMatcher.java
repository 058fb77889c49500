package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.SplittableRandom;

/**
 * Finds for each patch of an image a similar one in the painting (Barnes et al., PatchMatch, 2009),
 * preferring those that are in use less often.
 */
public final class PatchMatcher {
  /** Rows of patches that are searched in turn, by one thread. */
  private static final int ROWS = 32;

  private static final int CHANNELS = FloatImage.CHANNELS;

  private static final float BOUND_UNIT = 1 / (CHANNELS * PatchFeatures.ONE * PatchFeatures.ONE);

  private final Bands bands;
  private final Randomness randomness;
  private final FloatImage painting;
  private final int side;
  private final int width;
  private final int height;
  private final float usePenalty;
  private final PatchUses uses;
  private final short[] features;

  /**
   * Prepares for a painting.
   *
   * @param side of a patch, in pixels; at most the painting's sides
   * @param usePenalty cost of an average use
   */
  public PatchMatcher(
      Bands bands, Randomness randomness, FloatImage painting, int side, float usePenalty) {
    this.bands = bands;
    this.randomness = randomness;
    this.painting = painting;
    this.side = side;
    this.width = painting.width() - side + 1;
    this.height = painting.height() - side + 1;
    this.usePenalty = usePenalty;
    this.uses = new PatchUses(width, height, side);
    this.features = new PatchFeatures(painting, side).of(painting, bands);
  }

  /** Patches in a row of the painting. */
  public int width() {
    return width;
  }

  /** Rows of the painting's patches. */
  public int height() {
    return height;
  }

  /**
   * Checks that a field names patches of this painting.
   *
   * @throws IllegalArgumentException if it names others
   */
  public void require(PatchField field) {
    for (int i = 0; i < field.x().length; i++) {
      if (field.x()[i] < 0 || field.x()[i] >= width || field.y()[i] < 0 || field.y()[i] >= height) {
        throw new IllegalArgumentException("the state is of a run with another painting");
      }
    }
  }

  /** A field of random patches for an image. */
  public PatchField random(int imageWidth, int imageHeight, long... path) {
    PatchField field = PatchField.forSize(imageWidth - side + 1, imageHeight - side + 1);
    SplittableRandom random = randomness.of(path);
    for (int i = 0; i < field.x().length; i++) {
      field.x()[i] = random.nextInt(width);
      field.y()[i] = random.nextInt(height);
    }
    return field;
  }

  /**
   * Improves a field, in place.
   *
   * @param costs of each patch, overwritten: mean squared difference plus the penalty of its use
   * @param path of the random numbers
   */
  public void improve(FloatImage image, PatchField field, float[] costs, int sweeps, long... path) {
    float unit =
        usePenalty
            * ((float) width * height)
            / ((float) field.width() * field.height() * side * side);
    short[] ofImage = new PatchFeatures(image, side).of(image, bands);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      sweep(image, ofImage, field, costs, uses.penalties(field, unit, bands), unit, sweep, path);
    }
  }

  private void sweep(
      FloatImage image,
      short[] ofImage,
      PatchField field,
      float[] costs,
      float[] penalties,
      float unit,
      int number,
      long... path) {
    boolean backwards = number % 2 == 1;
    int shift = backwards ? ROWS / 2 : 0;
    int count = (field.height() + shift + ROWS - 1) / ROWS;
    int[] edgeX = new int[count * field.width()];
    int[] edgeY = new int[count * field.width()];
    for (int band = 0; band < count; band++) {
      int before = backwards ? (band + 1) * ROWS - shift : band * ROWS - shift - 1;
      if (before >= 0 && before < field.height()) {
        int from = before * field.width();
        System.arraycopy(field.x(), from, edgeX, band * field.width(), field.width());
        System.arraycopy(field.y(), from, edgeY, band * field.width(), field.width());
      }
    }
    bands.parts(
        count,
        band -> {
          long[] steps = java.util.Arrays.copyOf(path, path.length + 2);
          steps[path.length] = number;
          steps[path.length + 1] = band;
          new Search(
                  image,
                  ofImage,
                  field,
                  costs,
                  penalties.clone(),
                  unit,
                  edgeX,
                  edgeY,
                  band * field.width(),
                  backwards)
              .run(
                  Math.max(0, band * ROWS - shift),
                  Math.min(field.height(), (band + 1) * ROWS - shift),
                  randomness.of(steps).nextLong());
        });
  }

  /** The search over one band. */
  private final class Search {
    private final float[] target;
    private final short[] ofImage;
    private final float[] source = painting.values();
    private final int targetStride;
    private final int sourceStride = painting.width() * CHANNELS;
    private final PatchField field;
    private final float[] costs;
    private final float[] penalties;
    private final float unit;
    private final int[] edgeX;
    private final int[] edgeY;
    private final int edge;
    private final boolean backwards;
    private final int rowLength = side * CHANNELS;
    private final float norm = (float) (1.0 / (side * side * CHANNELS));
    private long random;
    private int at;
    private int red;
    private int green;
    private int blue;
    private int deviation;
    private int bestX;
    private int bestY;
    private float best;

    Search(
        FloatImage image,
        short[] ofImage,
        PatchField field,
        float[] costs,
        float[] penalties,
        float unit,
        int[] edgeX,
        int[] edgeY,
        int edge,
        boolean backwards) {
      this.target = image.values();
      this.ofImage = ofImage;
      this.targetStride = image.width() * CHANNELS;
      this.field = field;
      this.costs = costs;
      this.penalties = penalties;
      this.unit = unit;
      this.edgeX = edgeX;
      this.edgeY = edgeY;
      this.edge = edge;
      this.backwards = backwards;
    }

    void run(int first, int end, long seed) {
      random = seed | 1;
      for (int i = 0; i < end - first; i++) {
        int y = backwards ? end - 1 - i : first + i;
        for (int j = 0; j < field.width(); j++) {
          visit(backwards ? field.width() - 1 - j : j, y, i == 0);
        }
      }
    }

    private void visit(int x, int y, boolean onEdge) {
      int[] fieldX = field.x();
      int[] fieldY = field.y();
      int index = y * field.width() + x;
      int step = backwards ? 1 : -1;
      at = y * targetStride + x * CHANNELS;
      int own = index * PatchFeatures.COUNT;
      red = ofImage[own];
      green = ofImage[own + 1];
      blue = ofImage[own + 2];
      deviation = ofImage[own + 3];
      bestX = fieldX[index];
      bestY = fieldY[index];
      float use = penalties[bestY * width + bestX] - unit;
      best = distance(bestX, bestY, Float.MAX_VALUE) * norm + use;
      if (x + step >= 0 && x + step < field.width()) {
        consider(fieldX[index + step] - step, fieldY[index + step]);
      }
      if (y + step >= 0 && y + step < field.height()) {
        if (onEdge) {
          consider(edgeX[edge + x], edgeY[edge + x] - step);
        } else {
          int above = index + step * field.width();
          consider(fieldX[above], fieldY[above] - step);
        }
      }
      for (int reach = Math.max(width, height) / 2; reach >= 1; reach /= 2) {
        consider(bestX + within(reach), bestY + within(reach));
      }
      if ((bestX != fieldX[index] || bestY != fieldY[index])) {
        use(fieldX[index], fieldY[index], -unit);
        use(bestX, bestY, unit);
      }
      fieldX[index] = bestX;
      fieldY[index] = bestY;
      costs[index] = best;
    }

    private void use(int x, int y, float change) {
      int reach = side / 2;
      for (int r = Math.max(0, y - reach); r <= Math.min(height - 1, y + reach); r++) {
        for (int c = Math.max(0, x - reach); c <= Math.min(width - 1, x + reach); c++) {
          penalties[r * width + c] += change;
        }
      }
    }

    /** A whole number from -reach to reach. */
    private int within(int reach) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      return (int) (((random >>> 32) * (2L * reach + 1)) >>> 32) - reach;
    }

    private void consider(int x, int y) {
      if (x < 0 || y < 0 || x >= width || y >= height || (x == bestX && y == bestY)) {
        return;
      }
      int patch = y * width + x;
      float use = penalties[patch];
      if (use + bound(patch * PatchFeatures.COUNT) >= best) {
        return;
      }
      float cost = distance(x, y, (best - use) / norm) * norm + use;
      if (cost < best) {
        best = cost;
        bestX = x;
        bestY = y;
      }
    }

    /** What the mean squared difference can't be below. */
    private float bound(int at) {
      int r = red - features[at];
      int g = green - features[at + 1];
      int b = blue - features[at + 2];
      int d = deviation - features[at + 3];
      return (r * r + g * g + b * b + d * d) * BOUND_UNIT;
    }

    /** The sum of squared differences, or some number above the limit if it is above. */
    private float distance(int x, int y, float limit) {
      int a = at;
      int b = y * sourceStride + x * CHANNELS;
      float sum = 0;
      for (int row = 0; row < side; row++) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        for (int i = 0; i < rowLength; i += CHANNELS) {
          float d0 = target[a + i] - source[b + i];
          float d1 = target[a + i + 1] - source[b + i + 1];
          float d2 = target[a + i + 2] - source[b + i + 2];
          s0 += d0 * d0;
          s1 += d1 * d1;
          s2 += d2 * d2;
        }
        sum += s0 + s1 + s2;
        if (sum > limit) {
          return sum;
        }
        a += targetStride;
        b += sourceStride;
      }
      return sum;
    }
  }
}
