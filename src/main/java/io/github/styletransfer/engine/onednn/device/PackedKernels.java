package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ElementType;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Brings kernels into the layout that a primitive asks for. */
public final class PackedKernels {
  private final Device device;

  /** Kernels for a device. */
  public PackedKernels(Device device) {
    this.device = device;
  }

  /**
   * The kernel that a convolution takes: as it is, or for the gradient of the forward one, rotated
   * by 180 degrees, with input and output channels exchanged.
   *
   * @param kernel [kH, kW, in, out] of the forward convolution
   */
  public memory packed(INDArray kernel, Direction direction, memory.desc wanted) {
    return direction == Direction.FORWARD ? packed(kernel, wanted) : rotated180(kernel, wanted);
  }

  /** A kernel [kH, kW, in, out] as it is. */
  public memory packed(INDArray kernel, memory.desc wanted) {
    memory plain =
        device.memory(
            kernel, Layouts.kernel(kernel.size(3), kernel.size(2), kernel.size(0), kernel.size(1)));
    memory packed = device.memory(wanted);
    device.reorder(plain, packed);
    return packed;
  }

  /** A kernel rotated by 180 degrees, input and output channels exchanged. */
  private memory rotated180(INDArray kernel, memory.desc wanted) {
    long taps = kernel.size(0) * kernel.size(1);
    long in = kernel.size(2);
    long out = kernel.size(3);
    memory packed = device.memory(wanted);
    try (FloatPointer rotated180 = new FloatPointer(kernel.length())) {
      FloatPointer given = Device.floats(kernel);
      for (long tap = 0; tap < taps; tap++) {
        memory from =
            new memory(
                Layouts.transposed(in, out, ElementType.FLOAT32),
                device.processor(),
                given.getPointer(tap * in * out));
        memory to =
            new memory(
                Layouts.matrix(out, in, ElementType.FLOAT32),
                device.processor(),
                rotated180.getPointer((taps - 1 - tap) * in * out));
        device.reorder(from, to);
      }
      memory plain =
          new memory(
              Layouts.kernel(in, out, kernel.size(0), kernel.size(1)),
              device.processor(),
              rotated180);
      device.reorder(plain, packed);
    }
    return packed;
  }
}
