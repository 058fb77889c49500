package io.github.styletransfer.engine.winograd;

import java.util.List;

/**
 * A feature map in native memory, NHWC, [H, W, C]. Java sees at most 2 GiB of it at a time. For use
 * by one thread.
 */
public final class FeatureMap {
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
  public FeatureMap(List<Values> parts, int rows, int width, int channels) {
    this.parts = parts.toArray(Values[]::new);
    this.rows = rows;
    this.width = width;
    this.channels = channels;
  }

  /** Copies some channels of a pixel into an array. */
  void read(int y, int x, int channel, int count, float[] values, int at) {
    parts[y / rows].get(index(y, x, channel), values, at, count);
  }

  /** Copies some channels of a pixel from an array. */
  void write(int y, int x, int channel, int count, float[] values, int at) {
    parts[y / rows].put(index(y, x, channel), values, at, count);
  }

  private int index(int y, int x, int channel) {
    return (y % rows * width + x) * channels + channel;
  }
}
