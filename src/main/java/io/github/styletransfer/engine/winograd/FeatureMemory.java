package io.github.styletransfer.engine.winograd;

import java.util.List;

/**
 * A feature map in native memory, NHWC, [H, W, C]. Java sees at most 2 GiB of it at a time. For use
 * by one thread.
 */
public final class FeatureMemory {
  private final Values[] parts;
  private final int rows;
  private final int width;
  private final int channels;

  /**
   * Takes the memory as it is.
   *
   * @param parts the rows from top to bottom
   * @param rows in each part, except for the last one
   * @param width W
   * @param channels C
   */
  public FeatureMemory(List<Values> parts, int rows, int width, int channels) {
    this.parts = parts.toArray(Values[]::new);
    this.rows = rows;
    this.width = width;
    this.channels = channels;
  }

  /** Copies some channels of neighbouring pixels of a row into an array, one after the other. */
  public void read(int y, int x, int pixels, int channel, int count, float[] values, int at) {
    Values part = parts[y / rows];
    int index = index(y, x, channel);
    if (count == channels) {
      part.get(index, values, at, pixels * count);
      return;
    }
    for (int i = 0; i < pixels; i++) {
      part.get(index + i * channels, values, at + i * count, count);
    }
  }

  /** Copies some channels of neighbouring pixels of a row from an array, one after the other. */
  public void write(int y, int x, int pixels, int channel, int count, float[] values) {
    Values part = parts[y / rows];
    int index = index(y, x, channel);
    if (count == channels) {
      part.put(index, values, 0, pixels * count);
      return;
    }
    for (int i = 0; i < pixels; i++) {
      part.put(index + i * channels, values, i * count, count);
    }
  }

  private int index(int y, int x, int channel) {
    return (y % rows * width + x) * channels + channel;
  }
}
