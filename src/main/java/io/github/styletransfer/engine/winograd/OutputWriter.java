package io.github.styletransfer.engine.winograd;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The feature map that a convolution writes, and what happens to its values on their way. For use
 * by one thread.
 */
public final class OutputWriter {
  private final FeatureMemory image;
  private final PostOp postOp;
  private final Scratch scratch;
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
  public record PostOp(
      @Nullable FloatBuffer bias, boolean added, boolean rectified, @Nullable FeatureMemory mask) {}

  /**
   * Writes nothing yet.
   *
   * @param scratch of the thread; have room for what is written at a time
   */
  public OutputWriter(FeatureMemory image, PostOp postOp, Scratch scratch) {
    this.image = image;
    this.postOp = postOp;
    this.scratch = scratch;
  }

  /** Sets which channels are written, and the most pixels that will be at a time. */
  void select(int first, int count, int pixels) {
    channel = first;
    slice = count;
    FloatBuffer bias = postOp.bias();
    if (bias == null) {
      Arrays.fill(scratch.biases(), 0, pixels * count, 0);
    } else {
      for (int i = 0; i < pixels; i++) {
        bias.get(first, scratch.biases(), i * count, count);
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
    float[] others = scratch.others();
    if (postOp.rectified()) {
      Loops.addAndRectify(scratch.biases(), values, lanes);
    } else if (postOp.bias() != null) {
      Loops.add(scratch.biases(), values, lanes);
    }
    if (postOp.added()) {
      image.read(y, x, count, channel, slice, others, 0);
      Loops.add(others, values, lanes);
    }
    if (postOp.mask() != null) {
      postOp.mask().read(y, x, count, channel, slice, others, 0);
      Loops.mask(others, values, lanes);
    }
    image.write(y, x, count, channel, slice, values);
  }
}
