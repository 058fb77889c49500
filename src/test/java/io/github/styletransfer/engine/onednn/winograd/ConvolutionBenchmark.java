package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.natives.NativeRuntime;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.Schedule;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times VGG-19's convolutions by oneDNN's direct kernel and by Winograd's transforms, in turn.
 * Takes the image's size; prints the table of docs/BENCHMARKS.md.
 */
public final class ConvolutionBenchmark {
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 15;
  private static final double MILLIS = 1e6;

  /** By which the size is divided, channels in and out. */
  private static final int[][] LAYERS = {
    {1, 64, 64},
    {2, 64, 128},
    {2, 128, 128},
    {4, 128, 256},
    {4, 256, 256},
    {8, 256, 512},
    {8, 512, 512},
    {16, 512, 512}
  };

  private ConvolutionBenchmark() {}

  /** Prints one line for each layer. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    NativeRuntime.configure();
    NativeRuntime.useThreads(Runtime.getRuntime().availableProcessors());
    out.println(
        "| layer | direct, ms | Winograd, ms |"
            + " | input transform, kernel transform, products, output transform |"
            + " relative error against direct |");
    out.println("|---|---|---|---|---|---|");
    for (int[] layer : LAYERS) {
      int side = Integer.parseInt(args[0]) / layer[0];
      out.println(line(side, layer[1], layer[2]));
    }
    System.exit(0);
  }

  private static String line(int side, int in, int out) {
    ConvolutionAction direct = convolution(side, in, out);
    ConvolutionAction same = convolution(side, in, out);
    WinogradAction winograd = WinogradConvolution.action(same);
    INDArray features = RandomNetworks.normal(new Random(2), 1, 1, side, side, in);
    INDArray expected = Nd4j.create(DataType.FLOAT, 1, side, side, out);
    INDArray actual = expected.dup();
    double[][] millis = new double[2][ROUNDS];
    try (CompiledPlan first = plan(direct);
        CompiledPlan second = plan(winograd)) {
      first.set(direct.from(), features);
      second.set(same.from(), features);
      for (int i = 0; i < WARM_UP; i++) {
        second.run();
      }
      for (int i = 0; i < ROUNDS; i++) {
        millis[0][i] = time(first);
        millis[1][i] = time(second);
      }
      first.get(direct.to(), expected);
      second.get(same.to(), actual);
    }
    double error =
        actual.sub(expected).amaxNumber().doubleValue() / expected.amaxNumber().doubleValue();
    double directMillis = median(millis[0]);
    double winogradMillis = median(millis[1]);
    return String.format(
        Locale.ROOT,
        "| %d to %d at %d x %d | %.1f | %.1f | %.2fx | %s | %.1e |",
        in,
        out,
        side,
        side,
        directMillis,
        winogradMillis,
        directMillis / winogradMillis,
        WinogradPhases.measure(WinogradConvolution.action(convolution(side, in, out))),
        error);
  }

  private static ConvolutionAction convolution(int side, int in, int out) {
    TensorSize input = TensorSize.of(side, side, in);
    TensorSize output = TensorSize.of(side, side, out);
    Random random = new Random(1);
    return new ConvolutionAction(
        "conv",
        new Buffer(ElementType.FLOAT32, input.elements()),
        input,
        new Buffer(ElementType.FLOAT32, output.elements()),
        output,
        RandomNetworks.normal(random, 0.05, 3, 3, in, out),
        RandomNetworks.normal(random, 1, out),
        new Window(3, 3, 1, 1, 1, 1, 1, 1),
        Direction.FORWARD,
        PostOp.RECTIFY);
  }

  private static CompiledPlan plan(Action action) {
    Schedule schedule = new Schedule();
    schedule.add(action);
    return CompiledPlan.of(schedule, schedule.lay());
  }

  private static double time(CompiledPlan plan) {
    long start = System.nanoTime();
    plan.run();
    return (System.nanoTime() - start) / MILLIS;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
