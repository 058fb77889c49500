package io.github.styletransfer.samples;

/** The sky just after sunset: glowing at the left, blue above, clouds lit from below. */
final class DuskSky {
  static final Vec SUN = new Vec(-0.36, 0.035, 0.93).unit();

  private static final Vec ZENITH = Vec.rgb(0x16305f);
  private static final Vec BLUE = Vec.rgb(0x4f6fa8);
  private static final Vec LILAC = Vec.rgb(0xb592b4);
  private static final Vec PEACH = Vec.rgb(0xf3ad84);
  private static final Vec GLOW = Vec.rgb(0xff8a35);
  private static final Vec CLOUD_SHADE = Vec.rgb(0x4c4a72);
  private static final Vec CLOUD_PINK = Vec.rgb(0xf08a80);
  private static final Vec CLOUD_GOLD = Vec.rgb(0xffc27a);

  private final Noise noise = new Noise(11);

  Vec light(Vec direction) {
    double height = Math.max(0, direction.y());
    double toSun = direction.dot(SUN);
    Vec clear = clear(height, toSun);

    double scale = 1 / (height + 0.09);
    double x = direction.x() * scale * 0.8 + 3.1;
    double y = direction.z() * scale * 1.25;
    double warp = noise.fractal(x * 0.8 + 9, y * 0.8, 3);
    double density = density(x + warp, y + 0.6 * warp);
    double cover = Curves.step(0.0, 0.42, density) * Curves.step(0.015, 0.09, height);
    if (cover <= 0) {
      return clear;
    }
    // Where the cloud thins out towards the sun, its light comes through.
    double behind = density(x + warp - 0.10, y + 0.6 * warp - 0.16);
    double lit = Curves.clamp(0.35 + 1.6 * (density - behind)) * (0.45 + 0.55 * toSun);
    Vec warm = CLOUD_PINK.mix(CLOUD_GOLD.times(1.25), Curves.step(0.75, 1, toSun));
    Vec cloud = CLOUD_SHADE.mix(warm, Curves.clamp(lit * 1.25 - 0.5 * height));
    return clear.mix(cloud, 0.9 * cover);
  }

  /** The colour that the haze takes in a direction. */
  Vec haze(Vec direction) {
    return clear(0.05, Math.min(0.96, direction.dot(SUN))).times(0.55);
  }

  private Vec clear(double height, double toSun) {
    Vec sky = PEACH.mix(LILAC, Curves.step(0.0, 0.14, height));
    sky = sky.mix(BLUE, Curves.step(0.08, 0.3, height));
    sky = sky.mix(ZENITH, Curves.step(0.22, 0.62, height));
    double away = Math.acos(Curves.clamp(toSun));
    sky = sky.times(1 - 0.45 * Curves.step(0.1, 1.1, away));
    return sky.plus(GLOW.times(0.75 * Math.exp(-away * 4.2 - height * 5)))
        .plus(GLOW.times(2.5 * Curves.bell(away / 0.09)));
  }

  private double density(double x, double y) {
    return noise.fractal(x, y, 7) + 0.1;
  }
}
