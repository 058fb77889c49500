package io.github.styletransfer.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A tower among round trees in pen and ink, hatched along the forms, with two washes of colour. */
final class Ink implements Picture {
  private static final int SCALE = 2;
  private static final int WIDTH = 820;
  private static final int HEIGHT = 700;

  private static final Vec PAPER = Vec.rgb(0xf3e8cf);
  private static final Color PEN = new Color(0x1f1a1c);

  /** From light to dark: how dark it must be, which way against the form, how far apart. */
  private static final double[][] HATCHINGS = {
    {0.22, 0.0, 5.2}, {0.46, 0.95, 5.0}, {0.66, -0.75, 4.4}, {0.82, 1.6, 3.6}
  };

  private final InkScene scene = new InkScene(WIDTH, HEIGHT);
  private final SplittableRandom random = new SplittableRandom(15);
  private final Noise noise = new Noise(33);

  @Override
  public Canvas paint() {
    BufferedImage image = washes().toImage();
    BufferedImage large =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = large.createGraphics();
    g.drawImage(image, 0, 0, WIDTH * SCALE, HEIGHT * SCALE, null);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(SCALE, SCALE);
    for (double[] hatching : HATCHINGS) {
      hatch(g, hatching[0], hatching[1], hatching[2]);
    }
    outlines(g);
    g.dispose();
    return Canvas.of(large).shrink(SCALE);
  }

  /** The paper with transparent colour on it, paler in the light, darker where it dried last. */
  private Canvas washes() {
    Canvas tones = new Canvas(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double bleed = 5 * noise.at(x / 14.0, y / 14.0);
        InkScene.Spot spot = scene.at(x + bleed, y + bleed);
        double load =
            Curves.step(0.1, 0.75, spot.darkness() + 0.25 * noise.fractal(x / 60.0, y / 60.0, 3));
        Vec tint = Vec.WHITE.mix(spot.wash(), 0.25 + 0.75 * load);
        tones.set(x, y, tint);
      }
    }
    Canvas soft = tones.blur(2);
    Canvas wide = tones.blur(7);
    Canvas paper = new Canvas(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Vec tint = soft.get(x, y);
        double rim = Math.max(0, wide.get(x, y).luminance() - tint.luminance());
        double grain =
            1 + 0.07 * noise.fractal(x / 2.1, y / 2.1, 3) + 0.05 * noise.at(x / 9.0, y / 9.0);
        paper.set(x, y, PAPER.times(tint).times(grain * (1 - 0.8 * rim)));
      }
    }
    return paper;
  }

  /** One set of lines, evenly apart, wherever it is dark enough. */
  private void hatch(Graphics2D g, double threshold, double turn, double apart) {
    boolean[] taken = new boolean[WIDTH * HEIGHT];
    for (int attempt = 0; attempt < 90000; attempt++) {
      double x = WIDTH * random.nextDouble();
      double y = HEIGHT * random.nextDouble();
      if (free(taken, x, y) && dark(x, y, threshold)) {
        List<double[]> line = new ArrayList<>();
        double longest = 30 + 70 * random.nextDouble();
        trace(taken, line, x, y, threshold, turn, -1, longest);
        Collections.reverse(line);
        trace(taken, line, x, y, threshold, turn, 1, longest);
        if (line.size() > 5) {
          draw(g, line, threshold);
          occupy(taken, line, apart);
        }
      }
    }
  }

  private static boolean free(boolean[] taken, double x, double y) {
    return x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT && !taken[((int) y) * WIDTH + (int) x];
  }

  private boolean dark(double x, double y, double threshold) {
    double uneven = 0.09 * noise.at(x / 17, y / 17);
    return scene.at(x, y).darkness() + uneven > threshold;
  }

  private void trace(
      boolean[] taken,
      List<double[]> line,
      double x,
      double y,
      double threshold,
      double turn,
      int side,
      double longest) {
    int thing = scene.at(x, y).thing();
    double heading = Double.NaN;
    for (double length = 0; length < longest; length += 1.5) {
      if (!free(taken, x, y) || !dark(x, y, threshold) || scene.at(x, y).thing() != thing) {
        return;
      }
      line.add(new double[] {x, y});
      double angle = scene.at(x, y).angle() + turn + 0.12 * noise.at(x / 45, y / 45);
      // The form has no sense of forwards; keep going.
      double reference = Double.isNaN(heading) ? angle + (side < 0 ? Math.PI : 0) : heading;
      if (Math.cos(angle - reference) < 0) {
        angle += Math.PI;
      }
      if (Math.cos(angle - reference) < 0.6) {
        return;
      }
      heading = angle;
      x += 1.5 * Math.cos(angle);
      y += 1.5 * Math.sin(angle);
    }
  }

  private static void occupy(boolean[] taken, List<double[]> line, double apart) {
    int reach = (int) Math.ceil(apart * 0.8);
    for (double[] point : line) {
      for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
          int px = (int) point[0] + dx;
          int py = (int) point[1] + dy;
          if (px >= 0 && py >= 0 && px < WIDTH && py < HEIGHT && Math.hypot(dx, dy) < apart * 0.8) {
            taken[py * WIDTH + px] = true;
          }
        }
      }
    }
  }

  /** A pen line: it swells with the shade and trembles a little. */
  private void draw(Graphics2D g, List<double[]> line, double threshold) {
    double pressure = 0.85 + 0.35 * random.nextDouble();
    double tremble = 100 * random.nextDouble();
    for (int i = 1; i < line.size(); i++) {
      double t = (double) i / line.size();
      double[] from = line.get(i - 1);
      double[] to = line.get(i);
      double shade = scene.at(to[0], to[1]).darkness() - threshold;
      double ends = Math.min(1, Math.min(0.35 + 6 * t, 0.25 + 5 * (1 - t)));
      double width = pressure * ends * (0.75 + 2.0 * Math.min(0.5, Math.max(0, shade)));
      double dx = 0.5 * noise.at(to[0] / 7 + tremble, to[1] / 7);
      double bx = 0.5 * noise.at(from[0] / 7 + tremble, from[1] / 7);
      g.setColor(PEN);
      g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(new Line2D.Double(from[0], from[1] + bx, to[0], to[1] + dx));
    }
  }

  /** Where one thing ends and another begins. */
  private void outlines(Graphics2D g) {
    g.setColor(PEN);
    for (int y = 1; y < HEIGHT; y++) {
      for (int x = 1; x < WIDTH; x++) {
        double edge = scene.edge(x, y);
        double pressure = 0.75 + 0.6 * noise.at(x / 23.0, y / 23.0);
        if (edge > 0.3 && pressure > 0.35) {
          double size = 1.1 + 0.9 * pressure * Math.min(1, edge);
          double wobbleX = 0.6 * noise.at(x / 9.0, y / 9.0 + 70);
          double wobbleY = 0.6 * noise.at(x / 9.0 + 70, y / 9.0);
          g.fill(new Ellipse2D.Double(x + wobbleX - size / 2, y + wobbleY - size / 2, size, size));
        }
      }
    }
  }
}
