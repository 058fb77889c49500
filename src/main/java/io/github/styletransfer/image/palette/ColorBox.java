package io.github.styletransfer.image.palette;

import io.github.styletransfer.image.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Colours that a palette has one colour for.
 *
 * @param colors one or more
 */
record ColorBox(List<Counted> colors) {
  /**
   * A colour of an image.
   *
   * @param count of its pixels
   */
  record Counted(int color, int count) {
    int channel(int channel) {
      return color >> (Byte.SIZE * channel) & 0xff;
    }
  }

  private double mean(int channel) {
    double sum = 0;
    long count = 0;
    for (Counted color : colors) {
      sum += (double) color.channel(channel) * color.count();
      count += color.count();
    }
    return sum / count;
  }

  /** How far the pixels are from their mean in a channel: the sum of squares. */
  private double spread(int channel) {
    double mean = mean(channel);
    double sum = 0;
    for (Counted color : colors) {
      double difference = color.channel(channel) - mean;
      sum += difference * difference * color.count();
    }
    return sum;
  }

  private int widestChannel() {
    int widest = 0;
    for (int channel = 1; channel < RgbImage.CHANNELS; channel++) {
      widest = spread(channel) > spread(widest) ? channel : widest;
    }
    return widest;
  }

  /** What parting it would be good for; 0 for a single colour. */
  double spread() {
    return colors.size() == 1 ? 0 : spread(widestChannel());
  }

  /** The mean as 0xRRGGBB. */
  int mean() {
    int color = 0;
    for (int channel = RgbImage.CHANNELS - 1; channel >= 0; channel--) {
      color = color << Byte.SIZE | (int) Math.round(mean(channel));
    }
    return color;
  }

  /** Parts it at the mean of the channel in which it is widest. It has more than one colour. */
  List<ColorBox> parts() {
    int channel = widestChannel();
    double mean = mean(channel);
    List<Counted> sorted = new ArrayList<>(colors);
    sorted.sort(Comparator.comparingInt(color -> color.channel(channel)));
    int end = 1;
    while (end < sorted.size() - 1 && sorted.get(end).channel(channel) <= mean) {
      end++;
    }
    return List.of(
        new ColorBox(List.copyOf(sorted.subList(0, end))),
        new ColorBox(List.copyOf(sorted.subList(end, sorted.size()))));
  }
}
