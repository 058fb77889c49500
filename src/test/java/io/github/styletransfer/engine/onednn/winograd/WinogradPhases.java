package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Workers;
import io.github.styletransfer.engine.plan.Schedule;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.winograd.InputTransform;
import io.github.styletransfer.engine.winograd.KernelTransform;
import io.github.styletransfer.engine.winograd.OutputTransform;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;

/** What a convolution by Winograd's transforms spends its time on: its phases, on one thread. */
final class WinogradPhases {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 9;
  private static final double MILLIS = 1e6;

  private final WinogradSplit split;
  private final int tiles;
  private final InputTransform input;
  private final OutputTransform output;
  private final KernelTransform kernel = new KernelTransform();
  private final FloatBuffer transformed;
  private final FloatBuffer sums;
  private final FloatBuffer taps;
  private final FloatBuffer made;

  /** By slice, or the only one; by part, or the only one; by strip. */
  private final List<List<List<Runnable>>> products = new ArrayList<>();

  private double inputNanos;
  private double kernelNanos;
  private double productNanos;
  private double outputNanos;

  private WinogradPhases(Device device, WinogradConvolution action) {
    split = action.split();
    tiles = action.tiling().count();
    input = action.inputTransform(device, 0);
    output = action.outputTransform(device, 0);
    FloatPointer factorsAt = allocate(split.transformedTiles());
    FloatPointer sumsAt = allocate(split.products());
    transformed = WinogradConvolution.floats(factorsAt, split.transformedTiles());
    sums = WinogradConvolution.floats(sumsAt, split.products());
    int strip = split.in() * split.strip();
    taps =
        WinogradConvolution.floats(
            allocate(WinogradSplit.TAPS * strip), (long) WinogradSplit.TAPS * strip);
    FloatPointer madeAt = allocate(WinogradProducts.PART * strip);
    made = WinogradConvolution.floats(madeAt, (long) WinogradProducts.PART * strip);
    WinogradProducts multiply = new WinogradProducts(device, split);
    if (split.stored()) {
      List<FloatPointer> strips = new ArrayList<>();
      for (int i = 0; i < split.strips(); i++) {
        strips.add(allocate(WinogradSplit.FACTORS * strip));
      }
      products.add(List.of(multiply.of(factorsAt, strips, sumsAt)));
      return;
    }
    List<List<Runnable>> parts = new ArrayList<>();
    for (int part = 0; part < KernelTransform.PARTS; part++) {
      parts.add(
          multiply.of(
              factorsAt.getPointer((long) part * split.transformedTiles() / KernelTransform.PARTS),
              Collections.nCopies(split.strips(), madeAt),
              sumsAt.getPointer((long) part * split.products() / KernelTransform.PARTS)));
    }
    products.addAll(Collections.nCopies(action.out() / split.slice(), parts));
  }

  private static FloatPointer allocate(int floats) {
    return new FloatPointer(Device.allocate((long) floats * Float.BYTES)).put(new float[floats]);
  }

  /** Input transform, kernel transform, products and output transform; milliseconds per thread. */
  static String measure(WinogradAction action) {
    Schedule schedule = new Schedule();
    schedule.add(action);
    PointerScope memory = new PointerScope();
    try (Device device = new Device(schedule.lay(), new Bindings(0))) {
      return Workers.onOneThread(
          () -> new WinogradPhases(device, new WinogradConvolution(action)).measure());
    } finally {
      memory.close();
    }
  }

  private String measure() {
    double[][] nanos = new double[4][ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      inputNanos = 0;
      kernelNanos = 0;
      productNanos = 0;
      outputNanos = 0;
      for (int from = 0; from < tiles; from += split.tiles()) {
        run(from, Math.min(tiles, from + split.tiles()));
      }
      int round = Math.max(0, i);
      nanos[0][round] = inputNanos;
      nanos[1][round] = kernelNanos;
      nanos[2][round] = productNanos;
      nanos[3][round] = outputNanos;
    }
    double[] millis =
        Arrays.stream(nanos)
            .mapToDouble(times -> Arrays.stream(times).sorted().toArray()[ROUNDS / 2])
            .map(median -> median / split.threads() / MILLIS)
            .toArray();
    return String.format(
        Locale.ROOT, "%.1f + %.1f + %.1f + %.1f", millis[0], millis[1], millis[2], millis[3]);
  }

  private void run(int from, int to) {
    inputNanos += nanos(() -> input.transform(from, to, transformed, from, split.tiles()));
    for (int slice = 0; slice < products.size(); slice++) {
      List<List<Runnable>> parts = products.get(slice);
      for (int part = 0; part < parts.size(); part++) {
        multiply(part, parts.get(part));
      }
      int channel = slice * split.slice();
      outputNanos += nanos(() -> output.transform(sums, split.tiles(), from, to, channel));
    }
  }

  private void multiply(int part, List<Runnable> strips) {
    for (Runnable strip : strips) {
      if (!split.stored()) {
        kernelNanos += nanos(() -> kernel.transform(taps, part, made));
      }
      productNanos += nanos(strip);
    }
  }

  private static double nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
