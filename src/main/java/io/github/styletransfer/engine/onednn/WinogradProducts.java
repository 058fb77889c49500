package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.winograd.KernelTransform;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/** Products of tiles' factors with kernels' factors, for all or some of the 36, on one thread. */
final class WinogradProducts {
  /** The factors of a part, when the kernels' are made part by part. */
  static final int PART = WinogradSplit.FACTORS / KernelTransform.PARTS;

  private final Device device;
  private final memory.desc inputs;
  private final memory.desc kernels;
  private final memory.desc sums;
  private final matmul operation;
  private final memory.desc scratchpad;

  WinogradProducts(Device device, WinogradSplit split) {
    this.device = device;
    int batch = split.stored() ? WinogradSplit.FACTORS : PART;
    inputs = Layouts.matrices(batch, split.tiles(), split.in());
    sums = Layouts.matrices(batch, split.tiles(), split.slice());
    memory.desc wanted =
        split.stored()
            ? Layouts.anyMatrices(batch, split.in(), split.slice())
            : Layouts.matrices(batch, split.in(), split.slice());
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), inputs, wanted, sums, Device.attributes(), false);
    kernels = description.weights_desc();
    scratchpad = description.scratchpad_desc();
    operation = new matmul(description);
  }

  /** The layout of the kernels' factors. */
  memory.desc kernels() {
    return kernels;
  }

  memory kernels(FloatPointer at) {
    return new memory(kernels, device.processor(), at);
  }

  /** The products of what is in some places, to be run by one thread. */
  Runnable of(FloatPointer from, memory factors, FloatPointer to) {
    stream queue = new stream(device.processor());
    IntMemoryMap arguments = new IntMemoryMap();
    arguments.put(dnnl.DNNL_ARG_SRC, new memory(inputs, device.processor(), from));
    arguments.put(dnnl.DNNL_ARG_WEIGHTS, factors);
    arguments.put(dnnl.DNNL_ARG_DST, new memory(sums, device.processor(), to));
    arguments.put(dnnl.DNNL_ARG_SCRATCHPAD, device.memory(scratchpad));
    return () -> operation.execute(queue, arguments);
  }
}
