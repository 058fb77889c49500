package io.github.styletransfer.region;

import java.util.Map;
import java.util.Optional;

/**
 * The colour that names a region.
 *
 * @param rgb red, green and blue, eight bits each, red in the highest
 */
public record RegionColor(int rgb) {
  private static final int BYTE = 0xff;

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(0x000000, "black"),
          Map.entry(0xffffff, "white"),
          Map.entry(0x808080, "grey"),
          Map.entry(0xff0000, "red"),
          Map.entry(0x00ff00, "green"),
          Map.entry(0x0000ff, "blue"),
          Map.entry(0xffff00, "yellow"),
          Map.entry(0x00ffff, "cyan"),
          Map.entry(0xff00ff, "magenta"),
          Map.entry(0xff8000, "orange"),
          Map.entry(0x800080, "purple"),
          Map.entry(0x804000, "brown"),
          Map.entry(0xff80c0, "pink"),
          Map.entry(0x008000, "dark green"),
          Map.entry(0x000080, "dark blue"),
          Map.entry(0x800000, "dark red"));

  /** Colours that are farther from one with a name have none. */
  private static final int NAMED = 48;

  /**
   * The colour of three samples.
   *
   * @param red 0..255
   * @param green 0..255
   * @param blue 0..255
   */
  public static RegionColor of(int red, int green, int blue) {
    return new RegionColor(red << 16 | green << 8 | blue);
  }

  int red() {
    return rgb >> 16 & BYTE;
  }

  int green() {
    return rgb >> 8 & BYTE;
  }

  int blue() {
    return rgb & BYTE;
  }

  /** The squared distance from another colour, in grey levels. */
  int squaredDistance(RegionColor other) {
    return squaredDistance(other.red(), other.green(), other.blue());
  }

  int squaredDistance(int red, int green, int blue) {
    int r = red() - red;
    int g = green() - green;
    int b = blue() - blue;
    return r * r + g * g + b * b;
  }

  /** A word for a colour that most people would call by it. */
  private Optional<String> word() {
    return WORDS.entrySet().stream()
        .min(
            (one, other) ->
                Integer.compare(
                    squaredDistance(new RegionColor(one.getKey())),
                    squaredDistance(new RegionColor(other.getKey()))))
        .filter(entry -> squaredDistance(new RegionColor(entry.getKey())) <= NAMED * NAMED)
        .map(Map.Entry::getValue);
  }

  /** For people: {@code #ff0000 (red)}. */
  @Override
  public String toString() {
    return "#%06x".formatted(rgb) + word().map(word -> " (" + word + ")").orElse("");
  }
}
