package io.github.styletransfer.patches.raster;

import java.util.SplittableRandom;

/**
 * Random numbers for each part of a run, so that a part's don't depend on what was drawn before.
 *
 * @param seed of the run
 */
public record Randomness(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The numbers of the part with this path, such as stage, round and band. */
  public SplittableRandom of(long... path) {
    long mixed = mix(seed);
    for (long step : path) {
      mixed = mix(mixed ^ (step + 1) * GOLDEN);
    }
    return new SplittableRandom(mixed);
  }

  /** Stafford's variant 13 of MurmurHash3's finalizer. */
  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number of the standard normal distribution (Marsaglia's polar method). */
  public static double gaussian(SplittableRandom random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
