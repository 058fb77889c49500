package io.github.styletransfer.samples;

/** A box along the axes. */
record Box(Vec low, Vec high) {
  static final double MISSED = Double.POSITIVE_INFINITY;

  /** How far away a ray enters. The inverse has 1 / x, 1 / y and 1 / z of the ray's direction. */
  double distance(Vec origin, Vec inverse) {
    double ax = (low.x() - origin.x()) * inverse.x();
    double bx = (high.x() - origin.x()) * inverse.x();
    double ay = (low.y() - origin.y()) * inverse.y();
    double by = (high.y() - origin.y()) * inverse.y();
    double az = (low.z() - origin.z()) * inverse.z();
    double bz = (high.z() - origin.z()) * inverse.z();
    double enter = Math.max(Math.max(Math.min(ax, bx), Math.min(ay, by)), Math.min(az, bz));
    double leave = Math.min(Math.min(Math.max(ax, bx), Math.max(ay, by)), Math.max(az, bz));
    return enter > 0 && enter <= leave ? enter : MISSED;
  }

  /** The smallest box around this one and another. */
  Box around(Box other) {
    return new Box(
        new Vec(
            Math.min(low.x(), other.low.x()),
            Math.min(low.y(), other.low.y()),
            Math.min(low.z(), other.low.z())),
        new Vec(
            Math.max(high.x(), other.high.x()),
            Math.max(high.y(), other.high.y()),
            Math.max(high.z(), other.high.z())));
  }

  static Vec inverse(Vec direction) {
    return new Vec(1 / direction.x(), 1 / direction.y(), 1 / direction.z());
  }

  /** The normal of the face that a point on the surface is nearest to. */
  Vec normal(Vec point) {
    Vec middle = low.mix(high, 0.5);
    Vec half = high.minus(middle);
    double x = (point.x() - middle.x()) / half.x();
    double y = (point.y() - middle.y()) / half.y();
    double z = (point.z() - middle.z()) / half.z();
    if (Math.abs(y) > Math.abs(x) && Math.abs(y) > Math.abs(z)) {
      return new Vec(0, Math.signum(y), 0);
    }
    return Math.abs(x) > Math.abs(z)
        ? new Vec(Math.signum(x), 0, 0)
        : new Vec(0, 0, Math.signum(z));
  }
}
