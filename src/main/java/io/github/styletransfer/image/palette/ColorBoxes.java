package io.github.styletransfer.image.palette;

import io.github.styletransfer.image.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Parts the colours of an image. */
final class ColorBoxes {
  private static final int BITS = 5;
  private static final int BINS = 1 << (RgbImage.CHANNELS * BITS);

  private ColorBoxes() {}

  /** At most so many boxes; fewer, if there are fewer colours. */
  static List<ColorBox> of(RgbImage image, int most) {
    PriorityQueue<Weighed> boxes =
        new PriorityQueue<>(Comparator.comparingDouble(Weighed::spread).reversed());
    boxes.add(new Weighed(new ColorBox(colors(image))));
    while (boxes.size() < most && boxes.element().spread() > 0) {
      boxes.remove().box().parts().forEach(part -> boxes.add(new Weighed(part)));
    }
    return boxes.stream().map(Weighed::box).toList();
  }

  private record Weighed(ColorBox box, double spread) {
    Weighed(ColorBox box) {
      this(box, box.spread());
    }
  }

  /** The mean of the pixels of each bin. */
  private static List<ColorBox.Counted> colors(RgbImage image) {
    int[] counts = new int[BINS];
    long[][] sums = new long[RgbImage.CHANNELS][BINS];
    byte[] samples = image.samples();
    for (int i = 0; i < samples.length; i += RgbImage.CHANNELS) {
      int bin = 0;
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        bin = bin << BITS | (samples[i + channel] & 0xff) >> (Byte.SIZE - BITS);
      }
      counts[bin]++;
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        sums[channel][bin] += samples[i + channel] & 0xff;
      }
    }
    List<ColorBox.Counted> colors = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        int color = 0;
        for (long[] sum : sums) {
          color = color << Byte.SIZE | (int) ((sum[bin] + counts[bin] / 2) / counts[bin]);
        }
        colors.add(new ColorBox.Counted(color, counts[bin]));
      }
    }
    return colors;
  }
}
