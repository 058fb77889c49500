package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution with few output channels, put as one with several times as many that moves over
 * several columns at a time: each output pixel of that one is a block of neighbouring pixels of
 * this one. So the processor's vectors are full, which three channels don't fill, and neighbouring
 * pixels share what they read. Rows are rounded up to whole blocks.
 *
 * @param kernel float, [kH, kW + columns - 1, in, columns * out]
 * @param window over the input
 * @param output [H, blocks, columns * out], in memory the same as [H, blocks * columns, out]
 */
record RowBlocks(INDArray kernel, Window window, TensorSize output) {
  /** The floats of a vector. */
  private static final int LANES = 16;

  /** Whether a convolution gains by it. */
  static boolean pays(TensorSize output, Window window) {
    return window.isDense() && columns(output) > 1 && output.width() > 1;
  }

  /**
   * The convolution that gives the gradient of a dense convolution's input.
   *
   * @param forward its kernel, [kH, kW, in, out]
   * @param gradient the size of the output's gradient
   * @param rotated180 the window over the output's gradient
   * @param input the size of the input
   */
  static RowBlocks ofGradient(
      INDArray forward, TensorSize gradient, Window rotated180, TensorSize input) {
    int columns = columns(input);
    long blocks = (input.width() + columns - 1) / columns;
    long width = rotated180.width() + columns - 1;
    Window window =
        new Window(
            rotated180.height(),
            width,
            1,
            columns,
            rotated180.top(),
            rotated180.left(),
            rotated180.bottom(),
            (blocks - 1) * columns + width - gradient.width() - rotated180.left());
    return new RowBlocks(
        spread(forward, columns),
        window,
        TensorSize.of(input.height(), blocks, columns * input.channels()));
  }

  private static int columns(TensorSize output) {
    return (int) (LANES / output.channels());
  }

  /** The kernel rotated by 180 degrees, once for each column of a block, moved by one each time. */
  private static INDArray spread(INDArray forward, int columns) {
    int height = (int) forward.size(0);
    int width = (int) forward.size(1);
    int in = (int) forward.size(2);
    int out = (int) forward.size(3);
    float[] given = forward.data().asFloat();
    float[] spread = new float[height * (width + columns - 1) * out * columns * in];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = 0; i < in; i++) {
          for (int o = 0; o < out; o++) {
            float value = given[((y * width + x) * in + i) * out + o];
            for (int column = 0; column < columns; column++) {
              int row = (height - 1 - y) * (width + columns - 1) + width - 1 - x + column;
              spread[(row * out + o) * columns * in + column * in + i] = value;
            }
          }
        }
      }
    }
    return Nd4j.create(
        spread, new long[] {height, width + columns - 1L, out, (long) columns * in}, 'c');
  }
}
