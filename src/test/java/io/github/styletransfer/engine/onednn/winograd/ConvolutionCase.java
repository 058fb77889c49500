package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConversionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.Schedule;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A convolution of random values, by each method and as sums in float64. */
record ConvolutionCase(
    TensorSize input,
    TensorSize output,
    Direction direction,
    PostOp postOp,
    BorderKind border,
    INDArray features,
    INDArray kernel,
    @Nullable INDArray bias,
    INDArray before,
    @Nullable INDArray mask) {
  private static final int TAPS = 3;

  static ConvolutionCase of(
      long seed, int height, int width, int in, int out, Direction direction, PostOp postOp) {
    Random random = new Random(seed);
    TensorSize input = TensorSize.of(height, width, in);
    TensorSize output = TensorSize.of(height, width, out);
    INDArray kernel =
        direction == Direction.FORWARD
            ? RandomNetworks.normal(random, 0.1, TAPS, TAPS, in, out)
            : RandomNetworks.normal(random, 0.1, TAPS, TAPS, out, in);
    INDArray bias = RandomNetworks.normal(random, 1, out);
    INDArray mask = RandomNetworks.normal(random, 1, 1, height, width, out);
    return new ConvolutionCase(
        input,
        output,
        direction,
        postOp,
        BorderKind.ZERO,
        RandomNetworks.normal(random, 1 + random.nextInt(100), 1, height, width, in),
        kernel,
        direction == Direction.FORWARD && random.nextInt(4) > 0 ? bias : null,
        RandomNetworks.normal(random, 10, 1, height, width, out),
        direction == Direction.BACKWARD && random.nextBoolean()
            ? mask.mul(mask.gt(0).castTo(DataType.FLOAT))
            : null);
  }

  /** The same with another border, which the direct kernel doesn't have. */
  ConvolutionCase with(BorderKind kind) {
    return new ConvolutionCase(
        input, output, direction, postOp, kind, features, kernel, bias, before, mask);
  }

  private ConvolutionAction action(Buffer from, Buffer to) {
    return new ConvolutionAction(
        "convolution",
        from,
        input,
        to,
        output,
        kernel,
        bias,
        new Window(TAPS, TAPS, 1, 1, 1, 1, 1, 1, border),
        direction,
        postOp);
  }

  INDArray direct() {
    Buffer from = new Buffer(ElementType.FLOAT32, input.elements());
    Buffer to = new Buffer(ElementType.FLOAT32, output.elements());
    INDArray result = run(action(from, to), from, to, null);
    return mask == null ? result : result.mul(mask.gt(0).castTo(DataType.FLOAT));
  }

  INDArray winograd(ElementType type) {
    Buffer from = new Buffer(type, input.elements());
    Buffer to = new Buffer(type, output.elements());
    WinogradAction action = WinogradConvolution.action(action(from, to));
    if (mask == null) {
      return run(action, from, to, null);
    }
    Buffer masking = new Buffer(type, output.elements());
    return run(action.masked(masking).orElseThrow(), from, to, masking);
  }

  private INDArray run(Action action, Buffer from, Buffer to, @Nullable Buffer masking) {
    Schedule schedule = new Schedule();
    Map<Buffer, INDArray> given = new HashMap<>();
    give(schedule, given, from, features);
    give(schedule, given, to, before);
    if (masking != null && mask != null) {
      give(schedule, given, masking, mask);
    }
    schedule.add(action);
    Buffer floats = new Buffer(ElementType.FLOAT32, to.elements());
    schedule.add(new ConversionAction("result", to, floats));
    schedule.keep(floats);
    INDArray result = Nd4j.createUninitialized(DataType.FLOAT, before.shape());
    try (CompiledPlan plan = CompiledPlan.of(schedule, schedule.lay())) {
      given.forEach(plan::set);
      plan.run();
      plan.get(floats, result);
    }
    return result;
  }

  private static void give(
      Schedule schedule, Map<Buffer, INDArray> given, Buffer to, INDArray values) {
    Buffer floats = new Buffer(ElementType.FLOAT32, to.elements());
    schedule.keep(floats);
    given.put(floats, values);
    schedule.add(new ConversionAction("given", floats, to));
  }

  /** The same with values that bfloat16 has. */
  ConvolutionCase rounded() {
    return new ConvolutionCase(
        input,
        output,
        direction,
        postOp,
        border,
        rounded(features),
        kernel,
        bias,
        rounded(before),
        mask == null ? null : rounded(mask));
  }

  static INDArray rounded(INDArray values) {
    return values.castTo(DataType.BFLOAT16).castTo(DataType.FLOAT);
  }

  /** The error of a result in each element, relative to the largest that the sum could be. */
  double error(INDArray result) {
    double[] exact = new double[Math.toIntExact(output.elements())];
    double largest = sums(exact);
    float[] computed = result.data().asFloat();
    double worst = 0;
    for (int i = 0; i < exact.length; i++) {
      worst = Math.max(worst, Math.abs(exact[i] - computed[i]));
    }
    return worst / largest;
  }

  private double sums(double[] exact) {
    float[] from = features.data().asFloat();
    float[] weights = kernel.data().asFloat();
    double largest = 0;
    int channels = Math.toIntExact(output.channels());
    for (int pixel = 0; pixel < exact.length / channels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        int at = pixel * channels + channel;
        double absolute = add(exact, from, weights, pixel, channel);
        double added = bias == null ? 0 : bias.getDouble(channel);
        if (postOp == PostOp.ADD) {
          added += before.data().getFloat(at);
        }
        double sum = exact[at] + added;
        if (postOp == PostOp.RECTIFY || (mask != null && mask.data().getFloat(at) == 0)) {
          sum = postOp == PostOp.RECTIFY ? Math.max(0, sum) : 0;
        }
        exact[at] = sum;
        largest = Math.max(largest, absolute + Math.abs(added));
      }
    }
    return largest;
  }

  /** The row or column that is seen in one of -1 to length; -1 for zeros. */
  private int seen(int at, int length) {
    if (at >= 0 && at < length) {
      return at;
    }
    return switch (border) {
      case ZERO -> -1;
      case REPEAT -> Math.max(0, Math.min(length - 1, at));
      case REFLECT -> length == 1 ? 0 : at < 0 ? 1 : length - 2;
    };
  }

  private double add(double[] exact, float[] from, float[] weights, int pixel, int channel) {
    int width = Math.toIntExact(input.width());
    int in = Math.toIntExact(input.channels());
    int out = Math.toIntExact(output.channels());
    double absolute = 0;
    for (int tap = 0; tap < TAPS * TAPS; tap++) {
      int y = seen(pixel / width + tap / TAPS - 1, Math.toIntExact(input.height()));
      int x = seen(pixel % width + tap % TAPS - 1, width);
      if (y < 0 || x < 0) {
        continue;
      }
      for (int i = 0; i < in; i++) {
        int weight =
            direction == Direction.FORWARD
                ? (tap * in + i) * out + channel
                : ((TAPS * TAPS - 1 - tap) * out + channel) * in + i;
        double product = (double) from[(y * width + x) * in + i] * weights[weight];
        exact[pixel * out + channel] += product;
        absolute += Math.abs(product);
      }
    }
    return absolute;
  }

  @Override
  public String toString() {
    return "%s to %s, %s, %s, %s%s%s"
        .formatted(
            input,
            output.channels(),
            direction,
            postOp,
            border,
            bias == null ? "" : ", bias",
            mask == null ? "" : ", mask");
  }
}
