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

  /** How much more it costs to use a painting than one of its patches. */
  private static final float SHARE_PENALTY = 20;

  private final Bands bands;
  private final Randomness randomness;
  private final FloatImage painting;
  private final PatchLayout layout;
  private final PatchAreas areas;
  private final int side;
  private final float usePenalty;
  private final PatchUses uses;
  private final Queue<float[]> scratch = new ConcurrentLinkedQueue<>();
  private final short[] features;
  private @Nullable PatchFeatures ofImage;

  /** Prepares for paintings whose patches may all be used everywhere. */
  public PatchMatcher(
      Bands bands,
      Randomness randomness,
      FloatImage painting,
      PatchLayout layout,
      float usePenalty) {
    this(bands, randomness, painting, layout, PatchAreas.everywhere(layout), usePenalty);
  }

  /**
   * Prepares for paintings.
   *
   * @param painting the paintings one below the other
   * @param layout where their patches are
   * @param areas which of them may be used where
   * @param usePenalty cost of an average use
   */
  public PatchMatcher(
      Bands bands,
      Randomness randomness,
      FloatImage painting,
      PatchLayout layout,
      PatchAreas areas,
      float usePenalty) {
    this.bands = bands;
    this.randomness = randomness;
    this.painting = painting;
    this.layout = layout;
    this.areas = areas;
    this.side = layout.side();
    this.usePenalty = usePenalty;
    this.uses = new PatchUses(layout);
    this.features = new PatchFeatures(painting, side).of(painting, bands);
  }

  /**
   * Checks that a field names patches of these paintings.
   *
   * @throws IllegalArgumentException if it names others
   */
  public void require(PatchField field) {
    for (int i = 0; i < field.x().length; i++) {
      boolean known = layout.has(field.x()[i], field.y()[i]);
      int region = areas.region(i % field.width(), i / field.width());
      if (!known || !areas.allows(region, field.x()[i], field.y()[i])) {
        throw new IllegalArgumentException("the state is of a run with another painting");
      }
    }
  }

  /** A field of random patches for an image. */
  public PatchField random(int imageWidth, int imageHeight, long... path) {
    PatchField field = PatchField.forSize(imageWidth - side + 1, imageHeight - side + 1);
    SplittableRandom random = randomness.of(path);
    layout.draw(field, random);
    areas.redraw(field, random);
    return field;
  }

  /**
   * Improves a field, in place.
   *
   * @param costs of each patch, overwritten: the mean squared difference
   * @param path of the random numbers
   */
  public void improve(FloatImage image, PatchField field, float[] costs, int sweeps, long... path) {
    float[] units = new float[layout.paintings()];
    for (int i = 0; i < units.length; i++) {
      units[i] =
          usePenalty
              * (float) layout.patches(i)
              / ((float) layout.share(i) * field.width() * field.height() * side * side);
    }
    PatchFeatures reused = ofImage;
    if (reused == null || !reused.fits(image)) {
      reused = new PatchFeatures(image, side);
      ofImage = reused;
    }
    PatchDifference difference =
        new PatchDifference(image, painting, side, reused.of(image, bands), features);
    difference.all(field, costs, bands);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      sweep(field, costs, difference, uses.penalties(field, units, bands), units, sweep, path);
    }
  }

  private void sweep(
      PatchField field,
      float[] costs,
      PatchDifference difference,
      float[] penalties,
      float[] units,
      int number,
      long... path) {
    boolean backwards = number % 2 == 1;
    int shift = backwards ? ROWS / 2 : 0;
    int count = (field.height() + shift + ROWS - 1) / ROWS;
    PatchField edges = edges(field, count, shift, backwards);
    float[] ofPaintings = ofPaintings(field);
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
          int first = Math.max(0, band * ROWS - shift);
          int end = Math.min(field.height(), (band + 1) * ROWS - shift);
          long patches = (long) (end - first) * field.width();
          new BandSearch(
                  field,
                  costs,
                  difference,
                  new LiveUses(mine, layout, units, ofPaintings.clone(), steps(patches)),
                  areas,
                  new BandSearch.Edge(edges, band),
                  backwards,
                  randomness.of(steps).nextLong())
              .run(first, end);
          scratch.add(mine);
        });
  }

  /**
   * What makes all patches of a painting dearer that is used more than its share says. Each band
   * goes on from what all are used, as if that were its own use.
   */
  private float[] ofPaintings(PatchField field) {
    float[] steps = steps(field.y().length);
    float[] penalties = new float[steps.length];
    if (steps.length > 1) {
      int[] counts = new int[steps.length];
      for (int y : field.y()) {
        counts[layout.owner(y)]++;
      }
      for (int i = 0; i < steps.length; i++) {
        penalties[i] = steps[i] * counts[i];
      }
    }
    return penalties;
  }

  /** What one more use of a painting adds to its penalty; nothing if there is no other. */
  private float[] steps(long patches) {
    float[] steps = new float[layout.paintings()];
    for (int i = 0; i < steps.length && steps.length > 1; i++) {
      steps[i] = (float) (SHARE_PENALTY * usePenalty / (layout.share(i) * patches));
    }
    return steps;
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
