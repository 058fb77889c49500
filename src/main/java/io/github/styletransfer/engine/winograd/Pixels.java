package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The feature map that a convolution writes, and what happens to its values on their way. For use
 * by one thread.
 */
public final class Pixels {
  private final FeatureMap image;
  private final Finish finish;
  private final Panels panels;
  private int channel;
  private int slice;

  /**
   * What happens to the values, in this order.
   *
   * @param bias [C], is added; null for none
   * @param added whether what is there is added
   * @param rectified whether negative values become 0; not if what is there is added
   * @param mask [H, W, C], nowhere negative: where it is 0, values become 0; null for none
   */
  public record Finish(
      @Nullable FloatBuffer bias, boolean added, boolean rectified, @Nullable FeatureMap mask) {}

  /**
   * Writes nothing yet.
   *
   * @param panels of the thread; have room for what is written at a time
   */
  public Pixels(FeatureMap image, Finish finish, Panels panels) {
    this.image = image;
    this.finish = finish;
    this.panels = panels;
  }

  /** Sets which channels are written, and the most pixels that will be at a time. */
  void select(int first, int count, int pixels) {
    channel = first;
    slice = count;
    FloatBuffer bias = finish.bias();
    if (bias == null) {
      Arrays.fill(panels.biases(), 0, pixels * count, 0);
    } else {
      for (int i = 0; i < pixels; i++) {
        bias.get(first, panels.biases(), i * count, count);
      }
    }
  }

  /**
   * Writes pixels of a row.
   *
   * @param y the row
   * @param x the first
   * @param count of pixels
   * @param values [count, slice]; are changed
   */
  void write(int y, int x, int count, float[] values) {
    int lanes = count * slice;
    float[] others = panels.others();
    if (finish.rectified()) {
      Loops.addAndRectify(panels.biases(), values, lanes);
    } else if (finish.bias() != null) {
      Loops.add(panels.biases(), values, lanes);
    }
    if (finish.added()) {
      image.read(y, x, count, channel, slice, others, 0);
      Loops.add(others, values, lanes);
    }
    if (finish.mask() != null) {
      finish.mask().read(y, x, count, channel, slice, others, 0);
      Loops.mask(others, values, lanes);
    }
    image.write(y, x, count, channel, slice, values);
  }
}
