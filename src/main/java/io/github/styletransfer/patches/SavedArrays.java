package io.github.styletransfer.patches;

import io.github.styletransfer.patches.match.PatchField;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.util.Arrays;

/** The arrays of a state, to and from it. */
final class SavedArrays {
  private SavedArrays() {}

  static StateArray of(FloatImage image) {
    return HeapArray.of(image.values(), shape(image.width(), image.height()));
  }

  /**
   * The image of a state.
   *
   * @throws IllegalArgumentException if it has another size
   */
  static FloatImage image(StateArray array, int width, int height) {
    return new FloatImage(width, height, floats(array, shape(width, height)));
  }

  /** The named array, of the size of an image. */
  static float[] floats(RunState state, String name, int width, int height) {
    return floats(state.array(name), shape(width, height));
  }

  private static float[] floats(StateArray array, long... shape) {
    require(array, shape);
    float[] values = new float[FloatArray.floats(array).remaining()];
    FloatArray.floats(array).get(values);
    return values;
  }

  /** The named array of integers. */
  static int[] ints(RunState state, String name, PatchField field) {
    StateArray array = state.array(name);
    require(array, field.height(), field.width());
    int[] values = new int[field.x().length];
    FloatArray.ints(array).get(values);
    return values;
  }

  private static void require(StateArray array, long... shape) {
    if (!Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException("the state is of a run at other sizes");
    }
  }

  private static long[] shape(int width, int height) {
    return new long[] {height, width, FloatImage.CHANNELS};
  }
}
