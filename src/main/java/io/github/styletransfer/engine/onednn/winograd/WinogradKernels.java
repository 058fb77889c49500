package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Device;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** A convolution's kernels, cut into strips of output channels. */
final class WinogradKernels {
  private WinogradKernels() {}

  /** Each strip in native memory of its own, [3, 3, in, strip]. */
  static List<FloatPointer> strips(Device device, WinogradConvolution convolution) {
    int rows = WinogradSplit.TAPS * convolution.split().in();
    int out = convolution.out();
    int strip = convolution.split().strip();
    float[] row = new float[strip];
    List<FloatPointer> strips = new ArrayList<>();
    try (memory kernel = convolution.kernel(device)) {
      FloatBuffer given =
          WinogradConvolution.floats(new FloatPointer(kernel.get_data_handle()), (long) rows * out);
      for (int channel = 0; channel < out; channel += strip) {
        long count = (long) rows * strip;
        FloatPointer taken = new FloatPointer(count);
        FloatBuffer values = WinogradConvolution.floats(taken, count);
        for (int i = 0; i < rows; i++) {
          given.get(i * out + channel, row);
          values.put(i * strip, row);
        }
        strips.add(taken);
      }
    }
    return strips;
  }
}
