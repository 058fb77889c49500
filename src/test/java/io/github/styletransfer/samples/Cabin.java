package io.github.styletransfer.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.function.ToDoubleFunction;

/** A red wooden house on the shore, with a jetty. */
final class Cabin {
  private static final double LENGTH = 13;
  private static final double DEPTH = 9;
  private static final double EAVES = 4.6;
  private static final double RIDGE = 8.6;

  private static final Color LIT_WALL = new Color(0xb4472f);
  private static final Color SHADED_WALL = new Color(0x6e2c25);
  private static final Color LIT_ROOF = new Color(0x8d8480);
  private static final Color SHADED_ROOF = new Color(0x4b4850);
  private static final Color TRIM = new Color(0xf4ead6);
  private static final Color PANE = new Color(0x35404c);
  private static final Color WOOD = new Color(0x6b5543);

  private final Graphics2D graphics;
  private final Vec corner;
  private final ToDoubleFunction<Vec> x;
  private final ToDoubleFunction<Vec> y;

  Cabin(Graphics2D graphics, Vec corner, ToDoubleFunction<Vec> x, ToDoubleFunction<Vec> y) {
    this.graphics = graphics;
    this.corner = corner;
    this.x = x;
    this.y = y;
  }

  /** The gable looks to the left, into the sun. */
  void draw() {
    jetty();
    fill(new Color(0x7a756c), 0, -1, 0, LENGTH, -1, 0, LENGTH, 0.5, 0, 0, 0.5, 0);
    fill(new Color(0x9a958a), 0, -1, 0, 0, -1, DEPTH, 0, 0.5, DEPTH, 0, 0.5, 0);
    fill(SHADED_WALL.brighter(), 0, 0.4, 0, LENGTH, 0.4, 0, LENGTH, EAVES, 0, 0, EAVES, 0);
    double middle = DEPTH / 2;
    fill(LIT_WALL, 0, 0.4, 0, 0, EAVES, 0, 0, RIDGE, middle, 0, EAVES, DEPTH, 0, 0.4, DEPTH);
    graphics.setStroke(new BasicStroke(1f));
    graphics.setColor(new Color(0x30, 0x10, 0x10, 70));
    for (double plank = 0.8; plank < EAVES; plank += 0.6) {
      line(0, plank, 0, LENGTH, plank, 0);
      line(0, plank, 0, 0, plank, DEPTH);
    }
    window(2.2);
    window(8.6);
    fill(TRIM, 5.2, 0.4, 0, 7, 0.4, 0, 7, 3.6, 0, 5.2, 3.6, 0);
    fill(WOOD, 5.4, 0.4, 0, 6.8, 0.4, 0, 6.8, 3.4, 0, 5.4, 3.4, 0);
    fill(PANE, 0, 2, 3.4, 0, 2, 5.6, 0, 4, 5.6, 0, 4, 3.4);
    fill(
        SHADED_ROOF,
        9,
        RIDGE - 2,
        middle,
        10.4,
        RIDGE - 2,
        middle,
        10.4,
        RIDGE + 1.8,
        middle,
        9,
        RIDGE + 1.8,
        middle);
    fill(
        LIT_ROOF,
        -0.8,
        EAVES - 0.4,
        -0.8,
        LENGTH + 0.8,
        EAVES - 0.4,
        -0.8,
        LENGTH + 0.8,
        RIDGE,
        middle,
        -0.8,
        RIDGE,
        middle);
    graphics.setColor(TRIM);
    graphics.setStroke(new BasicStroke(2f));
    line(-0.8, EAVES - 0.4, -0.8, -0.8, RIDGE, middle);
    line(-0.8, RIDGE, middle, -0.8, EAVES - 0.4, DEPTH + 0.8);
    line(0, 0.4, 0, 0, EAVES, 0);
  }

  private void window(double left) {
    fill(TRIM, left - 0.25, 1.5, 0, left + 2, 1.5, 0, left + 2, 3.7, 0, left - 0.25, 3.7, 0);
    fill(PANE, left, 1.75, 0, left + 1.75, 1.75, 0, left + 1.75, 3.45, 0, left, 3.45, 0);
    graphics.setColor(TRIM);
    line(left + 0.87, 1.75, 0, left + 0.87, 3.45, 0);
  }

  private void jetty() {
    graphics.setColor(WOOD);
    graphics.setStroke(new BasicStroke(3f));
    double height = 0.9 - corner.y();
    for (double post = -26; post < -4; post += 4) {
      line(post, -corner.y() - 0.6, -6, post, height + 0.5, -6);
    }
    fill(WOOD.brighter(), -27, height, -7, -2, height, -7, -2, height, -5, -27, height, -5);
    line(-27, height, -7, -2, height, -7);
  }

  private void fill(Color colour, double... corners) {
    Path2D.Double path = new Path2D.Double();
    for (int i = 0; i < corners.length; i += 3) {
      Vec point = corner.plus(new Vec(corners[i], corners[i + 1], corners[i + 2]));
      if (i == 0) {
        path.moveTo(x.applyAsDouble(point), y.applyAsDouble(point));
      } else {
        path.lineTo(x.applyAsDouble(point), y.applyAsDouble(point));
      }
    }
    path.closePath();
    graphics.setColor(colour);
    graphics.fill(path);
  }

  private void line(double x1, double y1, double z1, double x2, double y2, double z2) {
    Path2D.Double path = new Path2D.Double();
    Vec from = corner.plus(new Vec(x1, y1, z1));
    Vec to = corner.plus(new Vec(x2, y2, z2));
    path.moveTo(x.applyAsDouble(from), y.applyAsDouble(from));
    path.lineTo(x.applyAsDouble(to), y.applyAsDouble(to));
    graphics.draw(path);
  }
}
