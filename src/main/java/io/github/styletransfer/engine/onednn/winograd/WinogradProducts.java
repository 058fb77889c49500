package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.winograd.KernelTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Products of transformed tiles with a strip of transformed filters, for all or some of the 36, on
 * one thread.
 */
final class WinogradProducts {
  /** The values of a part, when the transformed filters are made part by part. */
  static final int PART = WinogradSplit.FACTORS / KernelTransform.PARTS;

  private final Device device;
  private final WinogradSplit split;
  private final memory.desc inputs;
  private final memory.desc kernels;
  private final memory.desc sums;
  private final matmul operation;
  private final memory.desc scratchpad;

  WinogradProducts(Device device, WinogradSplit split) {
    this.device = device;
    this.split = split;
    int batch = split.stored() ? WinogradSplit.FACTORS : PART;
    inputs = Layouts.matrices(batch, split.tiles(), split.in());
    kernels = Layouts.matrices(batch, split.in(), split.strip());
    sums = Layouts.columns(batch, split.tiles(), split.strip(), split.slice());
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), inputs, kernels, sums, Device.attributes(), false);
    scratchpad = description.scratchpad_desc();
    operation = new matmul(description);
  }

  /**
   * The products for each strip of a slice, one after the other, to be run by one thread.
   *
   * @param from the transformed tiles
   * @param strips each strip's transformed filters
   * @param to the slice's products
   */
  List<Runnable> of(FloatPointer from, List<FloatPointer> strips, FloatPointer to) {
    stream queue = new stream(device.processor());
    memory tiles = new memory(inputs, device.processor(), from);
    memory working = device.memory(scratchpad);
    List<Runnable> products = new ArrayList<>();
    for (FloatPointer strip : strips) {
      FloatPointer result = to.getPointer((long) products.size() * split.strip());
      IntMemoryMap arguments =
          Device.arguments(
              Map.of(
                  dnnl.DNNL_ARG_SRC,
                  tiles,
                  dnnl.DNNL_ARG_WEIGHTS,
                  new memory(kernels, device.processor(), strip),
                  dnnl.DNNL_ARG_DST,
                  new memory(sums, device.processor(), result),
                  dnnl.DNNL_ARG_SCRATCHPAD,
                  working));
      products.add(() -> operation.execute(queue, arguments));
    }
    return products;
  }
}
