package io.github.styletransfer.samples;

/** The light that a ray meets, and how far away. */
record Hit(double distance, Vec light) {
  static final Hit NOTHING = new Hit(Double.POSITIVE_INFINITY, Vec.BLACK);

  Hit nearer(Hit other) {
    return other.distance < distance ? other : this;
  }
}
