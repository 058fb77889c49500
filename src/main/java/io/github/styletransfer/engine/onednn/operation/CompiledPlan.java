package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.Schedule;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A schedule, compiled: its steps and their memory. Not safe for use by threads. */
public final class CompiledPlan implements AutoCloseable {
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
  public static CompiledPlan of(Schedule schedule, long arenaBytes) {
    return of(schedule, arenaBytes, new Bindings(0));
  }

  /**
   * Makes the steps and allocates all memory.
   *
   * @param bindings what the steps take and give beside their buffers
   * @throws OutOfMemoryError if there isn't enough
   */
  public static CompiledPlan of(Schedule schedule, long arenaBytes, Bindings bindings) {
    try (PointerScope scope = new PointerScope()) {
      Device device = new Device(arenaBytes, bindings);
      StepCompiler compiler = new StepCompiler(device);
      List<Step> steps =
          schedule.actions().stream().map(action -> action.accept(compiler)).toList();
      device.allocateScratchpad();
      scope.extend();
      return new CompiledPlan(scope, device, steps);
    }
  }

  /** The steps, to be timed. */
  public List<Step> steps() {
    return steps;
  }

  /** Waits until all steps that were started are done. */
  public void finish() {
    device.finish();
  }

  /** Runs all steps. */
  public void run() {
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
  public void set(Buffer buffer, INDArray array) {
    Pointer.memcpy(device.floats(buffer), Device.floats(plain(array)), buffer.bytes());
  }

  /** An array that is contiguous in C order: the same, if it is. */
  public static INDArray plain(INDArray array) {
    return array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
  }

  /**
   * Copies a buffer into an array.
   *
   * @param array float, contiguous in C order, of the buffer's length
   */
  public void get(Buffer buffer, INDArray array) {
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
