package io.github.styletransfer.samples;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Thick paint on a canvas: colours, and how high the paint stands. */
final class Painting {
  final int width;
  final int height;
  private final Canvas paint;
  private final float[] relief;

  Painting(int width, int height, Vec ground) {
    this.width = width;
    this.height = height;
    paint = new Canvas(width, height);
    relief = new float[width * height];
    for (int i = 0; i < relief.length; i++) {
      paint.set(i % width, i / width, ground);
    }
  }

  /** The path of a brush: its points, one pixel or a few apart. */
  static final class Path {
    private final double[] x;
    private final double[] y;

    private Path(double[] x, double[] y) {
      this.x = x;
      this.y = y;
    }

    int size() {
      return x.length;
    }
  }

  /** Which way the brush goes at a point, as an angle. */
  interface Flow {
    double angle(double x, double y);
  }

  /** Follows the flow, half of the length to either side of a point. */
  static Path follow(Flow flow, double x, double y, double length) {
    int half = (int) Math.max(2, length / 4);
    double[] xs = new double[2 * half + 1];
    double[] ys = new double[2 * half + 1];
    xs[half] = x;
    ys[half] = y;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 1; i <= half; i++) {
        int from = half + side * (i - 1);
        double angle = flow.angle(xs[from], ys[from]);
        xs[from + side] = xs[from] + 2 * side * Math.cos(angle);
        ys[from + side] = ys[from] + 2 * side * Math.sin(angle);
      }
    }
    return new Path(xs, ys);
  }

  /** The colour at a place between the colours of a palette. */
  static Vec pick(Vec[] palette, double position) {
    double p = Math.max(0, Math.min(palette.length - 1.001, position));
    int i = (int) p;
    return palette[i].mix(palette[i + 1], p - i);
  }

  /** The numbers up to a count in an order that shows no rows. */
  static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * One stroke of a bristle brush. Each bristle carries a slightly different colour and leaves a
   * furrow; towards the end the paint runs out, bristle by bristle.
   */
  void stroke(Path path, double brush, Vec colour, Vec second, double thickness, int seed) {
    int margin = (int) Math.ceil(brush) + 1;
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int i = 0; i < path.size(); i++) {
      left = Math.min(left, (int) path.x[i] - margin);
      right = Math.max(right, (int) path.x[i] + margin);
      top = Math.min(top, (int) path.y[i] - margin);
      bottom = Math.max(bottom, (int) path.y[i] + margin);
    }
    left = Math.max(0, left);
    top = Math.max(0, top);
    right = Math.min(width - 1, right);
    bottom = Math.min(height - 1, bottom);
    int columns = right - left + 1;
    int rows = bottom - top + 1;
    if (columns <= 0 || rows <= 0) {
      return;
    }
    int[] nearest = nearestPoints(path, brush, left, top, columns, rows);
    Noise noise = new Noise(seed);
    for (int i = 0; i < nearest.length; i++) {
      if (nearest[i] >= 0) {
        int x = left + i % columns;
        int y = top + i / columns;
        dab(path, nearest[i], x, y, brush, colour, second, thickness, noise);
      }
    }
  }

  /** For each pixel of a rectangle the nearest point of the path, -1 where the brush never is. */
  private static int[] nearestPoints(
      Path path, double brush, int left, int top, int columns, int rows) {
    int[] nearest = new int[columns * rows];
    double[] distances = new double[columns * rows];
    Arrays.fill(nearest, -1);
    Arrays.fill(distances, brush * brush);
    int reach = (int) Math.ceil(brush);
    for (int i = 0; i < path.size(); i++) {
      int middleX = (int) Math.round(path.x[i]) - left;
      int middleY = (int) Math.round(path.y[i]) - top;
      for (int y = Math.max(0, middleY - reach); y <= Math.min(rows - 1, middleY + reach); y++) {
        for (int x = Math.max(0, middleX - reach);
            x <= Math.min(columns - 1, middleX + reach);
            x++) {
          double dx = x + left - path.x[i];
          double dy = y + top - path.y[i];
          double distance = dx * dx + dy * dy;
          if (distance < distances[y * columns + x]) {
            distances[y * columns + x] = distance;
            nearest[y * columns + x] = i;
          }
        }
      }
    }
    return nearest;
  }

  private void dab(
      Path path,
      int at,
      int x,
      int y,
      double brush,
      Vec colour,
      Vec second,
      double thickness,
      Noise noise) {
    int next = Math.min(at + 1, path.size() - 1);
    int before = Math.max(at - 1, 0);
    double tx = path.x[next] - path.x[before];
    double ty = path.y[next] - path.y[before];
    double step = Math.hypot(tx, ty);
    double along = ((x - path.x[at]) * tx + (y - path.y[at]) * ty) / step;
    double across = ((y - path.y[at]) * tx - (x - path.x[at]) * ty) / step;
    double t = (at + along / 2) / (path.size() - 1);
    // The brush is set down round, swells, and lifts off in a taper.
    double swelling = brush * Math.min(1, 0.62 + 1.6 * t) * Math.min(1, 0.3 + 2.2 * (1 - t));
    double edge = Math.abs(across) / swelling;
    double bristle = across / 1.15 + 40;
    double furrow = noise.at(bristle, t * 2.2) + 0.5 * noise.at(bristle * 2.3, t * 4);
    double cover = Curves.step(1.02, 0.8, edge + 0.16 * furrow);
    cover *= Curves.step(-0.02, 0.05, t) * Curves.step(1.04, 0.93, t + 0.12 * furrow);
    double dry = Curves.step(0.5, 1.0, t) * 0.7;
    cover *= 1 - dry * Curves.step(-0.1, 0.35, furrow);
    if (cover <= 0.01) {
      return;
    }
    double streak = Curves.clamp(0.35 + 0.75 * noise.at(bristle * 0.55 + 9, t * 1.1));
    Vec tint = colour.mix(second, streak).times(1 + 0.16 * furrow);
    paint.blend(x, y, tint, cover);
    int i = y * width + x;
    double ridge = 0.35 * Curves.step(0.55, 0.95, edge) * Curves.step(1.1, 0.95, edge);
    double high = thickness * (0.65 + 0.5 * furrow + ridge + 0.25 * Curves.step(0.2, 0, t));
    relief[i] = (float) Curves.mix(relief[i], 0.35 * relief[i] + high, cover);
  }

  /** The painting in the light of a lamp at its upper left, with the weave of the canvas. */
  Canvas lit(double strength) {
    Canvas result = new Canvas(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double slopeX = relief(x + 1, y) - relief(x - 1, y);
        double slopeY = relief(x, y + 1) - relief(x, y - 1);
        double slope = (slopeX * 0.6 + slopeY * 0.8) * strength;
        double light = 1 + Math.max(-0.5, Math.min(0.6, slope));
        double shine = 0.10 * Curves.step(0.22, 0.75, slope);
        Vec colour = paint.get(x, y).times(light);
        result.set(x, y, colour.plus(new Vec(shine, shine, shine * 0.92)));
      }
    }
    return result;
  }

  private double relief(int x, int y) {
    int cx = Math.max(0, Math.min(width - 1, x));
    int cy = Math.max(0, Math.min(height - 1, y));
    return relief[cy * width + cx];
  }
}
