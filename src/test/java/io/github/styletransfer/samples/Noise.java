package io.github.styletransfer.samples;

/** Smooth noise in two and three dimensions, the same on every machine. */
final class Noise {
  private final int seed;

  Noise(int seed) {
    this.seed = seed * 0x9e3779b1;
  }

  /** A number from 0 to 1 that belongs to a cell. */
  double cell(int x, int y, int z) {
    return (hash(x, y, z) >>> 8) * 0x1p-24;
  }

  double cell(int x, int y) {
    return cell(x, y, 0);
  }

  /** Gradient noise: about -0.9 to 0.9, waves of length 1 to 2. */
  double at(double x, double y) {
    int cx = (int) Math.floor(x);
    int cy = (int) Math.floor(y);
    double fx = x - cx;
    double fy = y - cy;
    double sx = fade(fx);
    double sy = fade(fy);
    double top = Curves.mix(slope(cx, cy, fx, fy), slope(cx + 1, cy, fx - 1, fy), sx);
    double bottom =
        Curves.mix(slope(cx, cy + 1, fx, fy - 1), slope(cx + 1, cy + 1, fx - 1, fy - 1), sx);
    return 1.4 * Curves.mix(top, bottom, sy);
  }

  double at(double x, double y, double z) {
    int cz = (int) Math.floor(z);
    double t = fade(z - cz);
    // Two independent planes; their offset hides the lattice well enough for textures.
    double near = at(x + 17.3 * cz, y - 9.7 * cz);
    double far = at(x + 17.3 * (cz + 1), y - 9.7 * (cz + 1));
    return Curves.mix(near, far, t) / Math.sqrt(t * t + (1 - t) * (1 - t));
  }

  /** Noise on noise: each octave half as wide and half as high as the one before. */
  double fractal(double x, double y, int octaves) {
    double sum = 0;
    double height = 0.5;
    for (int i = 0; i < octaves; i++) {
      sum += height * at(x, y);
      double turned = 1.6 * x - 1.2 * y + 5.3;
      y = 1.2 * x + 1.6 * y - 2.9;
      x = turned;
      height /= 2;
    }
    return sum;
  }

  /** Fractal noise with sharp crests, 0 to about 1. */
  double ridges(double x, double y, int octaves) {
    double sum = 0;
    double height = 0.5;
    double before = 1;
    for (int i = 0; i < octaves; i++) {
      double crest = 1 - Math.abs(at(x, y));
      crest *= crest;
      sum += height * crest * before;
      before = crest;
      double turned = 1.6 * x - 1.2 * y + 5.3;
      y = 1.2 * x + 1.6 * y - 2.9;
      x = turned;
      height /= 2;
    }
    return sum;
  }

  private double slope(int cx, int cy, double fx, double fy) {
    int h = hash(cx, cy, 0);
    double a = (h & 0xffff) * 0x2p-16 - 1;
    double b = (h >>> 16) * 0x2p-16 - 1;
    return a * fx + b * fy;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private int hash(int x, int y, int z) {
    int h = seed + x * 0x27d4eb2d + y * 0x165667b1 + z * 0x3c6ef372;
    h = (h ^ h >>> 15) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
