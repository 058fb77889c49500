package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.Arrays;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each patch of an image a similar one in the painting (Barnes et al., PatchMatch, 2009),
 * preferring those that are in use less often.
 */
public final class PatchMatcher {
  /** Rows of patches that are searched in turn, by one thread. */
  private static final int ROWS = 32;

  private final Bands bands;
  private final Randomness randomness;
  private final FloatImage painting;
  private final int side;
  private final int width;
  private final int height;
  private final float usePenalty;
  private final PatchUses uses;
  private final Queue<float[]> scratch = new ConcurrentLinkedQueue<>();
  private final short[] features;
  private @Nullable PatchFeatures ofImage;

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
   * @param costs of each patch, overwritten: the mean squared difference
   * @param path of the random numbers
   */
  public void improve(FloatImage image, PatchField field, float[] costs, int sweeps, long... path) {
    float unit =
        usePenalty
            * ((float) width * height)
            / ((float) field.width() * field.height() * side * side);
    PatchFeatures reused = ofImage;
    if (reused == null || !reused.fits(image)) {
      reused = new PatchFeatures(image, side);
      ofImage = reused;
    }
    PatchDifference difference =
        new PatchDifference(image, painting, side, reused.of(image, bands), features);
    difference.all(field, costs, bands);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      sweep(field, costs, difference, uses.penalties(field, unit, bands), unit, sweep, path);
    }
  }

  private void sweep(
      PatchField field,
      float[] costs,
      PatchDifference difference,
      float[] penalties,
      float unit,
      int number,
      long... path) {
    boolean backwards = number % 2 == 1;
    int shift = backwards ? ROWS / 2 : 0;
    int count = (field.height() + shift + ROWS - 1) / ROWS;
    PatchField edges = edges(field, count, shift, backwards);
    bands.parts(
        count,
        band -> {
          long[] steps = Arrays.copyOf(path, path.length + 2);
          steps[path.length] = number;
          steps[path.length + 1] = band;
          float[] mine = scratch.poll();
          if (mine == null) {
            mine = new float[penalties.length];
          }
          System.arraycopy(penalties, 0, mine, 0, mine.length);
          new BandSearch(
                  field,
                  costs,
                  difference,
                  new LiveUses(mine, width, height, side, unit),
                  new BandSearch.Edge(edges, band),
                  backwards,
                  randomness.of(steps).nextLong())
              .run(
                  Math.max(0, band * ROWS - shift),
                  Math.min(field.height(), (band + 1) * ROWS - shift));
          scratch.add(mine);
        });
  }

  /** The row before each band as it is now, while all bands change. */
  private static PatchField edges(PatchField field, int count, int shift, boolean backwards) {
    PatchField edges = PatchField.forSize(field.width(), count);
    for (int band = 0; band < count; band++) {
      int before = backwards ? (band + 1) * ROWS - shift : band * ROWS - shift - 1;
      if (before >= 0 && before < field.height()) {
        int from = before * field.width();
        System.arraycopy(field.x(), from, edges.x(), band * field.width(), field.width());
        System.arraycopy(field.y(), from, edges.y(), band * field.width(), field.width());
      }
    }
    return edges;
  }
}
