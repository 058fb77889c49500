package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import us.hebi.matlab.mat.types.Matrix;

/** Turns MATLAB's column-major weights into ND4J arrays. */
final class Weights {
  /** Height and width of every kernel. */
  static final int SIZE = 3;

  private static final int TAPS = SIZE * SIZE;
  private static final int AXES = 4;

  private Weights() {}

  /** A kernel's four dimensions; MATLAB leaves out those of length 1 at the end. */
  static int[] shape(Matrix kernel) {
    int[] shape = kernel.getDimensions();
    int[] padded = Arrays.copyOf(shape, Math.max(AXES, shape.length));
    Arrays.fill(padded, shape.length, padded.length, 1);
    return padded;
  }

  /**
   * Reads a kernel of shape [3, 3, inputs, outputs].
   *
   * @param path where in the file it is, for the message
   * @return 32-bit floats in c order, [kernel height, kernel width, inputs, outputs]
   * @throws NetworkFault if a value is not finite
   */
  static INDArray kernel(Matrix kernel, KernelLayout layout, String path) throws NetworkFault {
    int[] shape = shape(kernel);
    int inputs = shape[2];
    int outputs = shape[3];
    float[] values = new float[kernel.getNumElements()];
    for (int input = 0; input < inputs; input++) {
      for (int output = 0; output < outputs; output++) {
        int first = TAPS * (input + inputs * output);
        for (int tap = 0; tap < TAPS; tap++) {
          int tapByRows =
              switch (layout) {
                case WH -> tap;
                case HW -> tap % SIZE * SIZE + tap / SIZE;
              };
          values[(tapByRows * inputs + input) * outputs + output] =
              finite(kernel.getFloat(first + tap), path);
        }
      }
    }
    return Nd4j.create(values, new long[] {SIZE, SIZE, inputs, outputs}, 'c');
  }

  /**
   * Reads a bias of any shape.
   *
   * @param path where in the file it is, for the message
   * @return 32-bit floats, [outputs]
   * @throws NetworkFault if a value is not finite
   */
  static INDArray bias(Matrix bias, String path) throws NetworkFault {
    float[] values = new float[bias.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(bias.getFloat(i), path);
    }
    return Nd4j.createFromArray(values);
  }

  private static float finite(float value, String path) throws NetworkFault {
    if (Float.isFinite(value)) {
      return value;
    }
    throw new NetworkFault(
        "is damaged: " + path + " has the value " + value, Remedy.DOWNLOAD_AGAIN);
  }
}
