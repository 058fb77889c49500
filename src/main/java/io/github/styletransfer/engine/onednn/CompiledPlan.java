package io.github.styletransfer.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A schedule, compiled: its steps and their memory. Not safe for use by threads. */
final class CompiledPlan implements AutoCloseable {
  private final PointerScope scope;
  private final Device device;
  private final List<Step> steps;

  private CompiledPlan(PointerScope scope, Device device, List<Step> steps) {
    this.scope = scope;
    this.device = device;
    this.steps = steps;
  }

  /**
   * Makes the steps and allocates all memory.
   *
   * @throws OutOfMemoryError if there isn't enough
   */
  static CompiledPlan of(Schedule schedule, long arenaBytes) {
    try (PointerScope scope = new PointerScope()) {
      Device device = new Device(arenaBytes);
      List<Step> steps = schedule.actions().stream().map(action -> action.compile(device)).toList();
      device.allocateScratchpad();
      scope.extend();
      return new CompiledPlan(scope, device, steps);
    }
  }

  List<Step> steps() {
    return steps;
  }

  void run() {
    for (Step step : steps) {
      step.work().run();
    }
    device.finish();
  }

  /**
   * Copies an array into a buffer.
   *
   * @param array float, of the buffer's length
   */
  void set(Buffer buffer, INDArray array) {
    Pointer.memcpy(device.floats(buffer), Device.floats(plain(array)), buffer.bytes());
  }

  /** An array that is contiguous in C order: the same, if it is. */
  static INDArray plain(INDArray array) {
    return array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
  }

  /**
   * Copies a buffer into an array.
   *
   * @param array float, contiguous in C order, of the buffer's length
   */
  void get(Buffer buffer, INDArray array) {
    FloatPointer memory = Device.floats(array);
    Pointer.memcpy(memory, device.floats(buffer), buffer.bytes());
  }

  /** Gives all memory back, the code of the primitives too. */
  @Override
  public void close() {
    device.close();
    scope.close();
    int capacity = dnnl.get_primitive_cache_capacity();
    dnnl.set_primitive_cache_capacity(0);
    dnnl.set_primitive_cache_capacity(capacity);
  }
}
