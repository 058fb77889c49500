package io.github.styletransfer.chart;

import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;

/**
 * An image of a contact sheet.
 *
 * @param label below the image
 * @param image reduced to at most {@value #WIDTH} x {@value #HEIGHT} pixels, so that tiles can be
 *     kept while a run goes on
 */
public record Tile(String label, RgbImage image) {
  static final int WIDTH = 375;
  static final int HEIGHT = 480;

  /** Reduces the image, if it is larger, and keeps its shape. */
  public Tile {
    image = reduced(image);
  }

  /** How many times as wide and high the image is drawn. */
  int magnification() {
    return Math.max(1, Math.min(WIDTH / image.width(), HEIGHT / image.height()));
  }

  int width() {
    return image.width() * magnification();
  }

  int height() {
    return image.height() * magnification();
  }

  private static RgbImage reduced(RgbImage image) {
    double factor =
        Math.min(1, Math.min((double) WIDTH / image.width(), (double) HEIGHT / image.height()));
    return Resizer.resize(
        image, scaled(image.width(), factor, WIDTH), scaled(image.height(), factor, HEIGHT));
  }

  private static int scaled(int side, double factor, int most) {
    return (int) Math.max(1, Math.min(factor < 1 ? most : side, Math.round(side * factor)));
  }
}
