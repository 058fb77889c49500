package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sliced Wasserstein distance between the patches of an image and those of a painting (Elnekave
 * and Weiss, Generating Natural Images with Direct Patch Distributions Matching, ECCV 2022): how
 * far projections of the ones are from those of the others of the same rank, squared.
 */
public final class SlicedWasserstein {
  /** Rows that are projected at once. */
  private static final int ROWS = 16;

  /** Projections are kept of as many filters at once as have about so many numbers, or of two. */
  private static final int MOST_NUMBERS = 1 << 21;

  private static final int MOST_FILTERS = 16;

  private static final int CHANNELS = FloatImage.CHANNELS;
  private static final int SIDE = FilterBank.SIDE;
  private static final int PLANE = SIDE * SIDE;
  private static final int BORDER = Planes.BORDER;

  private final Bands bands;
  private final FilterBank bank;
  private final Planes painting;
  private final Planes image;
  private final float[][][] gradient;
  private final int group;
  private final Map<Integer, Distribution> known = new HashMap<>();
  private final float[][][] projections;
  private final Queue<Scratch> scratch = new ConcurrentLinkedQueue<>();
  private double distance;

  /**
   * Prepares for images of one size.
   *
   * @param width of these images, in pixels
   * @param height of these images, in pixels
   */
  public SlicedWasserstein(
      Bands bands, FilterBank bank, FloatImage painting, int width, int height) {
    this.bands = bands;
    this.bank = bank;
    this.painting = Planes.forSize(painting.width(), painting.height()).set(painting, bands);
    this.image = Planes.forSize(width, height);
    this.gradient = new float[CHANNELS][height][width];
    long larger = Math.max((long) width * height, (long) painting.width() * painting.height());
    this.group = (int) Math.max(2, Math.min(MOST_FILTERS, MOST_NUMBERS / larger));
    this.projections =
        new float[group][Math.max(height, painting.height()) + 2 * BORDER]
            [Math.max(width, painting.width()) + 2 * BORDER];
  }

  /** The mean over filters and pixels at the last gradient. */
  public double distance() {
    return distance;
  }

  /**
   * The direction away from the painting's distribution: for each filter, what each patch's
   * projection is beyond that of its rank in the painting, times the filter; over the number of
   * filters.
   *
   * @param filters indices in the bank
   * @return each channel by itself, [3][height][width]; overwritten by the next call
   */
  public float[][][] gradient(FloatImage now, int[] filters) {
    image.set(now, bands);
    for (float[][] plane : gradient) {
      for (float[] row : plane) {
        Arrays.fill(row, 0);
      }
    }
    distance = 0;
    for (int first = 0; first < filters.length; first += group) {
      int[] some = Arrays.copyOfRange(filters, first, Math.min(filters.length, first + group));
      add(some, 1f / filters.length);
    }
    return gradient;
  }

  private void add(int[] filters, float share) {
    learn(filters);
    project(image, filters);
    clearBorders(filters.length);
    float[][] flipped = new float[filters.length][];
    for (int i = 0; i < filters.length; i++) {
      flipped[i] = flipped(filters[i], share);
    }
    double[] sums = new double[filters.length];
    bands.parts(
        filters.length,
        i -> {
          Distribution given = distribution(projections[i], image);
          float[] moves = given.displacementsTo(wanted(filters[i]));
          sums[i] = displace(projections[i], given, moves);
        });
    for (double sum : sums) {
      distance += sum * share / ((double) image.width() * image.height());
    }
    bands.parts(
        (image.height() + ROWS - 1) / ROWS,
        part -> {
          int end = Math.min(image.height(), (part + 1) * ROWS);
          Scratch mine = scratch();
          for (int i = 0; i < filters.length; i++) {
            spread(projections[i], flipped[i], part * ROWS, end, mine.shifted[0][0]);
          }
          scratch.add(mine);
        });
  }

  private Distribution wanted(int filter) {
    Distribution distribution = known.get(filter);
    if (distribution == null) {
      throw new IllegalStateException("nothing is known of filter " + filter);
    }
    return distribution;
  }

  /** Finds out how the painting's patches are distributed under filters. */
  private void learn(int[] filters) {
    int[] unknown = Arrays.stream(filters).filter(filter -> !known.containsKey(filter)).toArray();
    if (unknown.length == 0) {
      return;
    }
    project(painting, unknown);
    Distribution[] found = new Distribution[unknown.length];
    bands.parts(unknown.length, i -> found[i] = distribution(projections[i], painting));
    for (int i = 0; i < unknown.length; i++) {
      known.put(unknown[i], found[i]);
    }
  }

  private static Distribution distribution(float[][] projection, Planes of) {
    return Distribution.of(projection, BORDER, BORDER + of.height(), BORDER, BORDER + of.width());
  }

  /** Projects an image into the first of {@link #projections}, inside their borders. */
  private void project(Planes of, int[] filters) {
    float[][] negative = new float[filters.length][FilterBank.WEIGHTS];
    for (int i = 0; i < filters.length; i++) {
      for (int j = 0; j < FilterBank.WEIGHTS; j++) {
        negative[i][j] = -bank.filters()[filters[i]][j];
      }
    }
    bands.parts(
        (of.height() + ROWS - 1) / ROWS,
        part -> {
          Scratch mine = scratch();
          int first = part * ROWS;
          project(of, negative, first, Math.min(of.height(), first + ROWS), mine);
          scratch.add(mine);
        });
  }

  private void project(Planes of, float[][] negative, int first, int end, Scratch scratch) {
    float[][][][] shifted = scratch.shifted;
    for (int c = 0; c < CHANNELS; c++) {
      for (int y = 0; y < end - first + SIDE - 1; y++) {
        RowLoops.shift(of.channels()[c][first + y], shifted[c][y], of.width());
      }
    }
    float[] line = scratch.line;
    for (int i = 0; i < negative.length; i++) {
      for (int y = first; y < end; y++) {
        Arrays.fill(line, 0, of.width(), 0);
        for (int c = 0; c < CHANNELS; c++) {
          for (int r = 0; r < SIDE; r++) {
            RowLoops.subtract(
                shifted[c][y - first + r], negative[i], c * PLANE + r * SIDE, line, of.width());
          }
        }
        System.arraycopy(line, 0, projections[i][y + BORDER], BORDER, of.width());
      }
    }
  }

  /** Sets to zero what is around the image's projections. */
  private void clearBorders(int count) {
    int right = BORDER + image.width();
    for (int i = 0; i < count; i++) {
      for (int y = 0; y < image.height() + 2 * BORDER; y++) {
        float[] row = projections[i][y];
        if (y < BORDER || y >= image.height() + BORDER) {
          Arrays.fill(row, 0);
        } else {
          Arrays.fill(row, 0, BORDER, 0);
          Arrays.fill(row, right, row.length, 0);
        }
      }
    }
  }

  private Scratch scratch() {
    Scratch used = scratch.poll();
    return used == null ? new Scratch(Math.max(image.width(), painting.width())) : used;
  }

  /** What a thread works with while it projects some rows. */
  private static final class Scratch {
    private final float[][][][] shifted;
    private final float[] line;

    Scratch(int width) {
      shifted = new float[CHANNELS][ROWS + SIDE - 1][SIDE][width];
      line = new float[width];
    }
  }

  /** Replaces a projection by what it is beyond what is wanted; returns the sum of squares. */
  private double displace(float[][] projection, Distribution given, float[] moves) {
    float least = given.least();
    float binsPerUnit = given.binsPerUnit();
    double sum = 0;
    for (int y = BORDER; y < BORDER + image.height(); y++) {
      float[] row = projection[y];
      for (int x = BORDER; x < BORDER + image.width(); x++) {
        float position = Math.max(0, Math.min(Distribution.BINS, (row[x] - least) * binsPerUnit));
        int bin = Distribution.bin(position);
        float move = moves[bin] + (position - bin) * (moves[bin + 1] - moves[bin]);
        row[x] = -move;
        sum += move * move;
      }
    }
    return sum;
  }

  /** A filter turned by half a turn, negative, times a factor. */
  private float[] flipped(int filter, float factor) {
    float[] weights = bank.filters()[filter];
    float[] flipped = new float[weights.length];
    for (int c = 0; c < CHANNELS; c++) {
      for (int i = 0; i < PLANE; i++) {
        flipped[c * PLANE + i] = -factor * weights[c * PLANE + PLANE - 1 - i];
      }
    }
    return flipped;
  }

  /** Adds to some rows of the gradient. */
  private void spread(
      float[][] projection, float[] flipped, int first, int end, float[][] shifted) {
    for (int y = first; y < end + SIDE - 1; y++) {
      RowLoops.shift(projection[y], shifted, image.width());
      for (int r = 0; r < SIDE; r++) {
        int row = y - r;
        if (row >= first && row < end) {
          for (int c = 0; c < CHANNELS; c++) {
            RowLoops.subtract(
                shifted, flipped, c * PLANE + r * SIDE, gradient[c][row], image.width());
          }
        }
      }
    }
  }
}
