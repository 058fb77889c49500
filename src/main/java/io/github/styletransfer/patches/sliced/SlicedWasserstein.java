package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Areas;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Labels;
import io.github.styletransfer.patches.raster.Paintings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sliced Wasserstein distance between the patches of an image and those of paintings (Elnekave
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
  private final List<Planes> paintings;
  private final double[] shares;
  private final Planes image;
  private final float[][][] gradient;
  private final int mostWidth;
  private final int group;
  private final Areas areas;
  private final Map<Integer, List<Distribution>> known = new HashMap<>();
  private final float[][][] projections;
  private final Queue<Scratch> scratch = new ConcurrentLinkedQueue<>();
  private double distance;

  /**
   * Prepares for images of one size.
   *
   * @param wanted whose distribution is wanted
   * @param width of these images, in pixels
   * @param height of these images, in pixels
   */
  public SlicedWasserstein(Bands bands, FilterBank bank, Paintings wanted, int width, int height) {
    this(bands, bank, wanted, Areas.whole(width, height, wanted));
  }

  /**
   * Prepares for images of one size, each of whose regions is compared with the paintings' regions
   * of the same number.
   *
   * @param wanted whose distribution is wanted
   * @param areas the regions of the images and the paintings
   */
  public SlicedWasserstein(Bands bands, FilterBank bank, Paintings wanted, Areas areas) {
    int width = areas.picture().width();
    int height = areas.picture().height();
    this.areas = areas;
    this.bands = bands;
    this.bank = bank;
    this.paintings =
        wanted.images().stream()
            .map(some -> Planes.forSize(some.width(), some.height()).set(some, bands))
            .toList();
    this.shares = wanted.shares();
    this.mostWidth = Math.max(width, wanted.mostWidth());
    this.image = Planes.forSize(width, height);
    this.gradient = new float[CHANNELS][height][width];
    long larger = (long) width * height;
    for (FloatImage painting : wanted.images()) {
      larger = Math.max(larger, (long) painting.width() * painting.height());
    }
    this.group = (int) Math.max(2, Math.min(MOST_FILTERS, MOST_NUMBERS / larger));
    this.projections =
        new float[group][Math.max(height, wanted.mostHeight()) + 2 * BORDER]
            [mostWidth + 2 * BORDER];
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
          for (int region = 0; region < areas.count(); region++) {
            Optional<Distribution> given =
                distribution(projections[i], image, areas.picture(), region);
            if (given.isPresent()) {
              float[] moves = given.get().displacementsTo(wanted(filters[i], region));
              sums[i] += displace(projections[i], region, given.get(), moves);
            }
          }
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

  private Distribution wanted(int filter, int region) {
    List<Distribution> distributions = known.get(filter);
    if (distributions == null) {
      throw new IllegalStateException("nothing is known of filter " + filter);
    }
    return distributions.get(region);
  }

  /** Finds out how the paintings' patches are distributed under filters, in each region. */
  private void learn(int[] filters) {
    int[] unknown = Arrays.stream(filters).filter(filter -> !known.containsKey(filter)).toArray();
    if (unknown.length == 0) {
      return;
    }
    List<List<Distribution[]>> parts = new ArrayList<>();
    for (int painting = 0; painting < paintings.size(); painting++) {
      project(paintings.get(painting), unknown);
      List<Distribution[]> found = new ArrayList<>();
      for (int region = 0; region < areas.count(); region++) {
        found.add(
            areas.serves(painting, region)
                ? distributions(paintings.get(painting), painting, region, unknown.length)
                : new Distribution[0]);
      }
      parts.add(found);
    }
    for (int i = 0; i < unknown.length; i++) {
      List<Distribution> ofRegions = new ArrayList<>();
      for (int region = 0; region < areas.count(); region++) {
        List<Distribution> some = new ArrayList<>();
        int[] serving = areas.serving(region);
        for (int painting : serving) {
          some.add(parts.get(painting).get(region)[i]);
        }
        ofRegions.add(Distribution.mixed(some, shares(serving)));
      }
      known.put(unknown[i], ofRegions);
    }
  }

  /** Those of the first projections, of the pixels of a painting that serve a region. */
  private Distribution[] distributions(Planes of, int painting, int region, int count) {
    Labels labels = areas.serving(painting, region);
    Distribution[] found = new Distribution[count];
    bands.parts(
        count, i -> found[i] = distribution(projections[i], of, labels, region).orElseThrow());
    return found;
  }

  /** What part of the whole some paintings are, in total 1. */
  private double[] shares(int... some) {
    double sum = Arrays.stream(some).mapToDouble(i -> shares[i]).sum();
    return some.length == shares.length
        ? shares
        : Arrays.stream(some).mapToDouble(i -> shares[i] / sum).toArray();
  }

  private static Optional<Distribution> distribution(
      float[][] projection, Planes of, Labels labels, int region) {
    return labels.isAll()
        ? Optional.of(
            Distribution.of(projection, BORDER, BORDER + of.height(), BORDER, BORDER + of.width()))
        : Distribution.of(projection, BORDER, labels, region);
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
    return used == null ? new Scratch(mostWidth) : used;
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
  private double displace(float[][] projection, int region, Distribution given, float[] moves) {
    boolean all = areas.picture().isAll();
    float least = given.least();
    float binsPerUnit = given.binsPerUnit();
    double sum = 0;
    for (int y = BORDER; y < BORDER + image.height(); y++) {
      float[] row = projection[y];
      for (int x = BORDER; x < BORDER + image.width(); x++) {
        if (!all && !areas.picture().serves(x - BORDER, y - BORDER, region)) {
          continue;
        }
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
