package io.github.styletransfer.patches;

import java.util.stream.IntStream;

/**
 * Finds how near the nearest of a painting's patches is. All of them count, but few are looked at
 * sample by sample. They are sorted by brightness, and the search goes from the wanted brightness
 * outwards until the brightness alone is too far away; on the way, the sums of blocks of samples
 * tell of most patches that they are too far away.
 */
final class NearestPatch {
  private final Patches painting;

  /** The sum of a patch's samples in the upper half, and its number in the lower, sorted. */
  private final long[] bySum;

  /** The sums of each patch's blocks, in the same order. */
  private final short[] blockSums;

  NearestPatch(Patches painting) {
    this.painting = painting;
    bySum =
        IntStream.range(0, painting.count())
            .parallel()
            .mapToLong(patch -> ((long) sum(painting.blockSums(patch)) << Integer.SIZE) + patch)
            .sorted()
            .toArray();
    blockSums = new short[bySum.length * Patches.BLOCK_SUMS];
    for (int place = 0; place < bySum.length; place++) {
      System.arraycopy(
          painting.blockSums((int) bySum[place]),
          0,
          blockSums,
          place * Patches.BLOCK_SUMS,
          Patches.BLOCK_SUMS);
    }
  }

  /**
   * The sum of the squared differences between the samples of an image's patch and those of the
   * painting's patch where it is smallest.
   */
  int squaredDistance(Patches image, int patch) {
    short[] blocks = image.blockSums(patch);
    int sum = sum(blocks);
    int above = firstFrom(sum);
    int below = above - 1;
    int nearest = Integer.MAX_VALUE;
    while (above < bySum.length || below >= 0) {
      long stepUp = above < bySum.length ? sum(above) - sum : Integer.MAX_VALUE;
      long stepDown = below >= 0 ? sum - sum(below) : Integer.MAX_VALUE;
      if (isTooFar(Math.min(stepUp, stepDown), Patches.SAMPLES, nearest)) {
        break;
      }
      int place = stepUp <= stepDown ? above++ : below--;
      if (!areBlocksTooFar(blocks, place, nearest)) {
        int candidate = (int) bySum[place];
        nearest = Math.min(nearest, image.squaredDistance(patch, painting, candidate, nearest));
      }
    }
    return nearest;
  }

  /**
   * Whether samples whose sums differ this much can't be nearer than a squared distance: the square
   * of the sum of n differences is at most n times the sum of their squares.
   */
  private static boolean isTooFar(long difference, int samples, int nearest) {
    return difference * difference >= (long) nearest * samples;
  }

  private boolean areBlocksTooFar(short[] blocks, int place, int nearest) {
    long limit = (long) nearest * Patches.BLOCK;
    int start = place * Patches.BLOCK_SUMS;
    int squares = 0;
    for (int i = 0; i < Patches.BLOCK_SUMS && squares < limit; i++) {
      int difference = blocks[i] - blockSums[start + i];
      squares += difference * difference;
    }
    return squares >= limit;
  }

  private int sum(int place) {
    return (int) (bySum[place] >> Integer.SIZE);
  }

  private static int sum(short[] values) {
    int sum = 0;
    for (short value : values) {
      sum += value;
    }
    return sum;
  }

  /** The first place with at least this sum. */
  private int firstFrom(int sum) {
    int low = 0;
    int high = bySum.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sum(middle) < sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
