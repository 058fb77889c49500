package io.github.styletransfer.samples;

import java.awt.image.BufferedImage;

/** A picture in the making: an amount of red, green and blue light for each pixel. */
final class Canvas {
  final int width;
  final int height;
  private final float[] light;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    light = new float[3 * width * height];
  }

  static Canvas of(BufferedImage image) {
    Canvas canvas = new Canvas(image.getWidth(), image.getHeight());
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        canvas.set(x, y, Vec.rgb(image.getRGB(x, y)));
      }
    }
    return canvas;
  }

  /** The colour of a pixel, or of the nearest one on the edge. */
  Vec get(int x, int y) {
    int i = 3 * (inside(y, height) * width + inside(x, width));
    return new Vec(light[i], light[i + 1], light[i + 2]);
  }

  private static int inside(int position, int size) {
    return Math.max(0, Math.min(size - 1, position));
  }

  /** The colour between pixels. */
  Vec sample(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    Vec above = get(left, top).mix(get(left + 1, top), x - left);
    Vec below = get(left, top + 1).mix(get(left + 1, top + 1), x - left);
    return above.mix(below, y - top);
  }

  void set(int x, int y, Vec colour) {
    int i = 3 * (y * width + x);
    light[i] = (float) colour.x();
    light[i + 1] = (float) colour.y();
    light[i + 2] = (float) colour.z();
  }

  /** Lays paint over a pixel; nothing happens outside the picture. */
  void blend(int x, int y, Vec colour, double cover) {
    if (x >= 0 && y >= 0 && x < width && y < height && cover > 0) {
      set(x, y, get(x, y).mix(colour, cover));
    }
  }

  /** A picture a whole number of times smaller, each pixel the mean of a square. */
  Canvas shrink(int times) {
    Canvas small = new Canvas(width / times, height / times);
    for (int y = 0; y < small.height; y++) {
      for (int x = 0; x < small.width; x++) {
        Vec sum = Vec.BLACK;
        for (int i = 0; i < times * times; i++) {
          sum = sum.plus(get(x * times + i % times, y * times + i / times));
        }
        small.set(x, y, sum.times(1.0 / (times * times)));
      }
    }
    return small;
  }

  /** A copy out of focus, close to a Gaussian blur. */
  Canvas blur(int radius) {
    Canvas blurred = this;
    for (int pass = 0; pass < 3; pass++) {
      blurred = blurred.boxBlur(radius, 1, 0).boxBlur(radius, 0, 1);
    }
    return blurred;
  }

  private Canvas boxBlur(int radius, int dx, int dy) {
    Canvas result = new Canvas(width, height);
    int lines = dx == 1 ? height : width;
    int length = dx == 1 ? width : height;
    for (int line = 0; line < lines; line++) {
      Vec sum = Vec.BLACK;
      for (int i = -radius; i <= radius; i++) {
        sum = sum.plus(get(dx == 1 ? i : line, dx == 1 ? line : i));
      }
      for (int i = 0; i < length; i++) {
        int x = dx == 1 ? i : line;
        int y = dx == 1 ? line : i;
        result.set(x, y, sum.times(1.0 / (2 * radius + 1)));
        Vec next = get(x + dx * (radius + 1), y + dy * (radius + 1));
        sum = sum.plus(next).minus(get(x - dx * radius, y - dy * radius));
      }
    }
    return result;
  }

  BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb(get(x, y)));
      }
    }
    return image;
  }

  /** A colour as 0xrrggbb in sRGB. */
  static int rgb(Vec light) {
    return sample(light.x()) << 16 | sample(light.y()) << 8 | sample(light.z());
  }

  private static int sample(double light) {
    double s = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Curves.clamp(s));
  }
}
