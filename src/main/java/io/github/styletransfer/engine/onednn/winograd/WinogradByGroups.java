package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.winograd.InputTransform;
import io.github.styletransfer.engine.winograd.KernelTransform;
import io.github.styletransfer.engine.winograd.OutputTransform;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.FloatPointer;

/** A convolution whose transformed filters are stored: each thread takes groups of tiles. */
final class WinogradByGroups implements Runnable {
  private final Device device;
  private final WinogradSplit split;
  private final int tiles;
  private final List<Share> shares = new ArrayList<>();

  WinogradByGroups(Device device, WinogradConvolution convolution) {
    this.device = device;
    split = convolution.split();
    tiles = convolution.tiling().count();
    WinogradProducts products = new WinogradProducts(device, split);
    List<FloatPointer> kernels =
        WinogradKernels.strips(device, convolution).stream().map(this::transformedFilters).toList();
    FloatPointer working = device.floats(convolution.action().working());
    for (int i = 0; i < split.threads(); i++) {
      FloatPointer own = working.getPointer((long) i * split.own());
      shares.add(new Share(convolution, i, products, kernels, own));
    }
  }

  /** Transforms a strip of kernels, and gives its memory back. */
  private FloatPointer transformedFilters(FloatPointer strip) {
    long part = (long) WinogradProducts.PART * split.in() * split.strip();
    FloatPointer filters =
        new FloatPointer(Device.allocate(KernelTransform.PARTS * part * Float.BYTES));
    try (strip) {
      FloatBuffer given = WinogradConvolution.floats(strip, strip.capacity());
      KernelTransform transform = new KernelTransform();
      for (int i = 0; i < KernelTransform.PARTS; i++) {
        transform.transform(
            given, i, WinogradConvolution.floats(filters.getPointer(i * part), part));
      }
    }
    return filters;
  }

  @Override
  public void run() {
    device.finish();
    AtomicInteger next = new AtomicInteger();
    device
        .workers()
        .run(
            number -> {
              int group = next.getAndIncrement();
              while (group < split.groups()) {
                int from = group * split.tiles();
                shares.get(number).run(from, Math.min(tiles, from + split.tiles()));
                group = next.getAndIncrement();
              }
            });
  }

  /** What one thread works with. */
  private final class Share {
    private final FloatBuffer transformedTiles;
    private final FloatBuffer sums;
    private final InputTransform input;
    private final List<Runnable> products;
    private final OutputTransform output;

    Share(
        WinogradConvolution convolution,
        int thread,
        WinogradProducts products,
        List<FloatPointer> kernels,
        FloatPointer own) {
      FloatPointer sumsAt = own.getPointer(WinogradSplit.aligned(split.transformedTiles()));
      transformedTiles = WinogradConvolution.floats(own, split.transformedTiles());
      sums = WinogradConvolution.floats(sumsAt, split.products());
      input = convolution.inputTransform(device, thread);
      output = convolution.outputTransform(device, thread);
      this.products = products.of(own, kernels, sumsAt);
    }

    void run(int from, int to) {
      input.transform(from, to, transformedTiles, from, split.tiles());
      products.forEach(Runnable::run);
      output.transform(sums, split.tiles(), from, to, 0);
    }
  }
}
