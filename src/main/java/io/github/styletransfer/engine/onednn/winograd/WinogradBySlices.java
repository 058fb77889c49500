package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.winograd.InputTransform;
import io.github.styletransfer.engine.winograd.KernelTransform;
import io.github.styletransfer.engine.winograd.OutputTransform;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A convolution whose transformed filters are made when they are used: the threads share the
 * transformed tiles of a group of tiles, and each takes slices of the output's channels.
 */
final class WinogradBySlices implements Runnable {
  /** Pieces of a group for each thread, so that they finish at nearly the same time. */
  private static final int PIECES = 4;

  private final Device device;
  private final WinogradSplit split;
  private final int tiles;
  private final int piece;
  private final FloatBuffer transformedTiles;
  private final List<FloatBuffer> kernels;
  private final List<Share> shares = new ArrayList<>();

  WinogradBySlices(Device device, WinogradConvolution convolution) {
    this.device = device;
    split = convolution.split();
    tiles = convolution.tiling().count();
    piece = Math.max(1, split.tiles() / (PIECES * split.threads()));
    kernels =
        WinogradKernels.strips(device, convolution).stream()
            .map(strip -> WinogradConvolution.floats(strip, strip.capacity()))
            .toList();
    WinogradProducts products = new WinogradProducts(device, split);
    FloatPointer working = device.floats(convolution.action().working());
    transformedTiles = WinogradConvolution.floats(working, split.transformedTiles());
    for (int i = 0; i < split.threads(); i++) {
      FloatPointer own = working.getPointer(split.common() + (long) i * split.own());
      shares.add(new Share(convolution, i, products, working, own));
    }
  }

  @Override
  public void run() {
    device.finish();
    for (int group = 0; group < split.groups(); group++) {
      int from = group * split.tiles();
      int to = Math.min(tiles, from + split.tiles());
      spread((to - from + piece - 1) / piece, (share, i) -> share.transform(from, to, i));
      spread(kernels.size() / split.strips(), (share, slice) -> share.multiply(from, to, slice));
    }
  }

  /** A piece of work. */
  private interface Work {
    void run(Share share, int number);
  }

  private void spread(int count, Work work) {
    AtomicInteger next = new AtomicInteger();
    device
        .workers()
        .run(
            thread -> {
              int number = next.getAndIncrement();
              while (number < count) {
                work.run(shares.get(thread), number);
                number = next.getAndIncrement();
              }
            });
  }

  /** What one thread works with. */
  private final class Share {
    private final FloatBuffer made;
    private final FloatBuffer sums;
    private final InputTransform input;
    private final KernelTransform kernel = new KernelTransform();
    private final List<List<Runnable>> products = new ArrayList<>();
    private final OutputTransform output;

    Share(
        WinogradConvolution convolution,
        int thread,
        WinogradProducts products,
        FloatPointer transformedTiles,
        FloatPointer own) {
      FloatPointer madeAt = own.getPointer(WinogradSplit.aligned(split.products()));
      sums = WinogradConvolution.floats(own, split.products());
      made = WinogradConvolution.floats(madeAt, split.kernels());
      input = convolution.inputTransform(device, thread);
      output = convolution.outputTransform(device, thread);
      List<FloatPointer> strips = Collections.nCopies(split.strips(), madeAt);
      for (int part = 0; part < KernelTransform.PARTS; part++) {
        this.products.add(
            products.of(
                transformedTiles.getPointer(
                    (long) part * split.transformedTiles() / KernelTransform.PARTS),
                strips,
                own.getPointer((long) part * split.products() / KernelTransform.PARTS)));
      }
    }

    void transform(int origin, int end, int number) {
      int from = origin + number * piece;
      input.transform(from, Math.min(end, from + piece), transformedTiles, origin, split.tiles());
    }

    void multiply(int from, int to, int slice) {
      for (int part = 0; part < products.size(); part++) {
        for (int strip = 0; strip < split.strips(); strip++) {
          kernel.transform(kernels.get(slice * split.strips() + strip), part, made);
          products.get(part).get(strip).run();
        }
      }
      output.transform(sums, split.tiles(), from, to, slice * split.slice());
    }
  }
}
