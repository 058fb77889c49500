package io.github.styletransfer.samples;

/** A point, a direction, or a colour as its amounts of red, green and blue light. */
record Vec(double x, double y, double z) {
  static final Vec BLACK = new Vec(0, 0, 0);
  static final Vec WHITE = new Vec(1, 1, 1);

  /** The light of an sRGB colour such as 0xff8800. */
  static Vec rgb(int hex) {
    return new Vec(light(hex >> 16 & 255), light(hex >> 8 & 255), light(hex & 255));
  }

  private static double light(int sample) {
    double s = sample / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }

  Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  Vec times(double k) {
    return new Vec(x * k, y * k, z * k);
  }

  Vec times(Vec o) {
    return new Vec(x * o.x, y * o.y, z * o.z);
  }

  double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  /** This one where t is 0, the other where t is 1. */
  Vec mix(Vec o, double t) {
    return new Vec(x + (o.x - x) * t, y + (o.y - y) * t, z + (o.z - z) * t);
  }

  Vec reflect(Vec normal) {
    return minus(normal.times(2 * dot(normal)));
  }

  double luminance() {
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }
}
