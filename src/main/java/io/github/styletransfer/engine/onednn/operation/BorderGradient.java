package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.FeatureMaps;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.BorderGradientAction;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.winograd.FeatureMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a border that is made of the feature maps' own pixels: of each of its four sides,
 * products of the output's gradient along that side with the taps of the kernel that look at it,
 * added to what the side is a copy of.
 */
final class BorderGradient {
  private static final int LAST = 2;

  private final Device device;
  private final BorderGradientAction action;
  private final int height;
  private final int width;
  private final int channels;
  private final FloatPointer sides;
  private final long sidesBytes;
  private final List<Runnable> products = new ArrayList<>();

  private BorderGradient(Device device, BorderGradientAction action) {
    this.device = device;
    this.action = action;
    height = Math.toIntExact(action.input().height());
    width = Math.toIntExact(action.input().width());
    channels = Math.toIntExact(action.input().channels());
    sidesBytes = 2L * (width + 2 + height) * channels * Float.BYTES;
    sides = new FloatPointer(Device.allocate(sidesBytes));
    for (int tap = 0; tap <= LAST; tap++) {
      add(0, tap, 0, 1, width, top() + (long) tap * channels);
      add(LAST, tap, (long) (height - 1) * width, 1, width, bottom() + (long) tap * channels);
      int first = tap == 0 ? 1 : 0;
      int rows = tap == 1 ? height : height - 1;
      long to = (tap == LAST ? 1L : 0L) * channels;
      add(tap, 0, (long) first * width, width, rows, left() + to);
      add(tap, LAST, (long) first * width + width - 1, width, rows, right() + to);
    }
  }

  static Step step(Device device, BorderGradientAction action) {
    return Step.java(action.name(), new BorderGradient(device, action)::run);
  }

  private long top() {
    return 0;
  }

  private long bottom() {
    return (width + 2L) * channels;
  }

  private long left() {
    return 2 * bottom();
  }

  private long right() {
    return left() + (long) height * channels;
  }

  /**
   * Adds a product.
   *
   * @param row of the kernel
   * @param column of the kernel
   * @param pixel the first of the output's gradient
   * @param apart from one pixel to the next
   * @param count of pixels
   * @param to where in the sides the first result is
   */
  private void add(int row, int column, long pixel, long apart, long count, long to) {
    if (count == 0) {
      return;
    }
    long out = action.output().channels();
    ElementType type = action.from().type();
    memory.desc gradient = Layouts.rows(count, out, apart * out, type);
    memory.desc transposed = Layouts.transposed(channels, out, type);
    memory.desc side = Layouts.matrix(count, channels, ElementType.FLOAT32);
    post_ops operations = new post_ops();
    operations.append_sum();
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), gradient, transposed, side, Device.attributes(operations), false);
    memory source =
        new memory(
            gradient,
            device.processor(),
            device.bytes(action.from()).getPointer(pixel * out * type.bytes()));
    products.add(
        device
            .step(
                action.name(),
                description,
                new matmul(description),
                Map.of(
                    dnnl.DNNL_ARG_SRC,
                    source,
                    dnnl.DNNL_ARG_WEIGHTS,
                    kernel(row, column, transposed),
                    dnnl.DNNL_ARG_DST,
                    new memory(side, device.processor(), sides.getPointer(to))))
            .work());
  }

  /** A tap's matrix, in the gradient's type. */
  private memory kernel(int row, int column, memory.desc wanted) {
    long out = action.output().channels();
    FloatPointer tap =
        Device.floats(action.kernel()).getPointer(((LAST + 1L) * row + column) * channels * out);
    memory given =
        new memory(Layouts.transposed(channels, out, ElementType.FLOAT32), device.processor(), tap);
    if (action.from().type() == ElementType.FLOAT32) {
      return given;
    }
    memory converted = device.memory(wanted);
    device.reorder(given, converted);
    return converted;
  }

  private void run() {
    device.finish();
    Pointer.memset(sides, 0, sidesBytes);
    products.forEach(Runnable::run);
    device.finish();
    FeatureMemory gradient = FeatureMaps.of(device, action.to(), action.input());
    @Nullable Buffer mask = action.mask();
    @Nullable FeatureMemory positive =
        mask == null ? null : FeatureMaps.of(device, mask, action.input());
    int line = width * channels;
    float[] side = new float[line + 2 * channels];
    Floats values = new Floats(sides);
    int down = action.kind().inwards(height);
    int across = action.kind().inwards(width);
    for (int i = 0; i < 2; i++) {
      values.read(i == 0 ? top() : bottom(), side, side.length);
      float[] sum = new float[line];
      System.arraycopy(side, channels, sum, 0, line);
      for (int channel = 0; channel < channels; channel++) {
        sum[across * channels + channel] += side[channel];
        sum[line - (across + 1) * channels + channel] += side[line + channels + channel];
      }
      add(gradient, positive, i == 0 ? down : height - 1 - down, 0, width, sum);
    }
    float[] pixel = new float[channels];
    for (int y = 0; y < height; y++) {
      values.read(left() + (long) y * channels, pixel, channels);
      add(gradient, positive, y, across, 1, pixel);
      values.read(right() + (long) y * channels, pixel, channels);
      add(gradient, positive, y, width - 1 - across, 1, pixel);
    }
  }

  private void add(
      FeatureMemory gradient,
      @Nullable FeatureMemory positive,
      int y,
      int x,
      int pixels,
      float[] share) {
    int count = pixels * channels;
    float[] sum = new float[count];
    if (positive != null) {
      positive.read(y, x, pixels, 0, channels, sum, 0);
      for (int i = 0; i < count; i++) {
        share[i] = sum[i] > 0 ? share[i] : 0;
      }
    }
    gradient.read(y, x, pixels, 0, channels, sum, 0);
    Differences.addScaled(sum, share, 1, count);
    gradient.write(y, x, pixels, 0, channels, sum);
  }
}
