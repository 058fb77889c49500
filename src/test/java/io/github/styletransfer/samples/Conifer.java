package io.github.styletransfer.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** A fir, drawn whorl by whorl and, when it is large, needle by needle. */
final class Conifer {
  private final Graphics2D graphics;
  private final Color bright;
  private final Color dark;

  Conifer(Graphics2D graphics, Color bright, Color dark) {
    this.graphics = graphics;
    this.bright = bright;
    this.dark = dark;
  }

  /** Draws a tree that stands at a pixel; the light comes from the left. */
  void draw(double x, double foot, double height, SplittableRandom random) {
    int whorls = (int) Math.max(4, Math.min(34, height / 5));
    double spread = height * (0.15 + 0.06 * random.nextDouble());
    double lean = 0.02 * height * (random.nextDouble() - 0.5);
    graphics.setColor(tone(0.05));
    graphics.setStroke(new BasicStroke((float) (height / 55)));
    graphics.draw(new Line2D.Double(x, foot, x + lean, foot - 0.9 * height));
    for (int whorl = whorls - 1; whorl >= 0; whorl--) {
      double t = (whorl + 0.3 + 0.5 * random.nextDouble()) / whorls;
      double y = foot - height * (1 - 0.93 * t);
      double centre = x + lean * (1 - t);
      double reach = spread * Math.pow(t, 0.85) * (0.7 + 0.4 * random.nextDouble());
      int branches = height < 25 ? 3 : height < 120 ? 5 : 11;
      for (int i = 0; i < branches; i++) {
        // From the sides to the front.
        double around = Math.PI * ((i + 0.6 * random.nextDouble()) / branches);
        double side = i % 2 == 0 ? Math.cos(around / 2) : -Math.cos(around / 2);
        double length = reach * (0.65 + 0.5 * random.nextDouble());
        branch(centre, y, length * side, 1.35 * height / whorls, side, random);
      }
    }
  }

  private void branch(
      double x, double y, double reach, double thick, double side, SplittableRandom random) {
    double droop = Math.abs(reach) * (0.30 + 0.25 * random.nextDouble()) + 0.25 * thick;
    double light = 0.42 - 0.42 * side + 0.3 * (random.nextDouble() - 0.5);
    Path2D.Double shape = new Path2D.Double();
    shape.moveTo(x, y - 0.5 * thick);
    shape.quadTo(x + 0.6 * reach, y, x + reach, y + droop);
    shape.quadTo(x + 0.4 * reach, y + droop + 0.3 * thick, x, y + 0.6 * thick);
    shape.closePath();
    graphics.setColor(tone(0.55 * light));
    graphics.fill(shape);
    if (thick < 9) {
      return;
    }
    int needles = (int) (6 + Math.abs(reach) / 0.9);
    graphics.setStroke(new BasicStroke(1.3f));
    for (int i = 0; i < needles; i++) {
      double t = random.nextDouble();
      double nx = x + reach * t;
      double ny = y - 0.3 * thick * (1 - t) + droop * t * t + 0.5 * thick * random.nextDouble();
      double length = 4 + 0.45 * thick * random.nextDouble();
      double along = Math.signum(reach) * (0.2 + 0.6 * random.nextDouble());
      graphics.setColor(tone(light + 0.5 * random.nextDouble() - 0.25));
      graphics.draw(new Line2D.Double(nx, ny, nx + along * length, ny + 0.75 * length));
    }
  }

  private Color tone(double light) {
    double t = Curves.clamp(light);
    return new Color(
        (int) Curves.mix(dark.getRed(), bright.getRed(), t),
        (int) Curves.mix(dark.getGreen(), bright.getGreen(), t),
        (int) Curves.mix(dark.getBlue(), bright.getBlue(), t));
  }
}
