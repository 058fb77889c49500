package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.BoundEngines;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.natives.NativeRuntime;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.tune.ConvolutionMethod;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.AdamSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times iterations (losses, gradient, Adam's update) of a square image on VGG-19 with random
 * weights, as benchmarks/pytorch_iteration.py does in PyTorch. Arguments: engine (onednn, direct or
 * samediff), precision, size, iterations, and "steps" to list the plan's steps.
 */
public final class EngineBenchmark {
  private static final int WARM_UP = 3;

  /** Of the convolutions, by which their kernels are chosen; are measured once. */
  private static final Path TIMES = Path.of("target", "convolution-times.properties");

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private EngineBenchmark() {}

  /** Prints one line of the table that benchmarks/table makes, or a line for each step. */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    NativeRuntime.configure();
    NativeRuntime.useThreads(Runtime.getRuntime().availableProcessors());
    Precision precision = Precision.valueOf(args[1].toUpperCase(Locale.ROOT));
    if (precision == Precision.BFLOAT16 && !OneDnn.hasBfloat16()) {
      out.println("This processor has no bfloat16 arithmetic.");
      System.exit(2);
    }
    EngineFactory engines = engines(args[0], precision);
    int size = Integer.parseInt(args[2]);
    int iterations = Integer.parseInt(args[3]);
    try (Engine engine = engine(engines, size)) {
      if (args.length > 4) {
        listSteps(out, (OneDnnEngine) engine, size, iterations);
      } else {
        time(out, engine, size, iterations);
      }
    }
    System.exit(0);
  }

  /** SameDiff, or oneDNN with its direct kernels alone, or with the faster ones. */
  private static EngineFactory engines(String name, Precision precision) {
    EngineFactory sameDiff = new SameDiffEngineFactory();
    long memory = NativeRuntime.availableMemory();
    return switch (name) {
      case "samediff" -> sameDiff;
      case "direct" ->
          new OneDnnEngineFactory(
              precision, memory, convolution -> ConvolutionMethod.DIRECT, sameDiff);
      default -> new OneDnnEngineFactory(precision, memory, sameDiff).timed(TIMES, "this machine");
    };
  }

  /** Prints median, 90th percentile, Adam, convolutions alone, GFLOP/s, first, and memory. */
  private static void time(PrintStream out, Engine engine, int size, int iterations)
      throws IOException {
    INDArray image = RandomNetworks.normal(new Random(1), 0.256, 1, size, size, 3);
    INDArray gradient = Nd4j.createUninitialized(DataType.FLOAT, image.shape());
    Adam adam = new Adam(new AdamSettings(10, 0.9, 0.999, 1e-8), DataType.FLOAT, image.shape());
    double[] seconds = new double[iterations];
    double[] updates = new double[iterations];
    double[] convolutions = new double[iterations];
    double first = 0;
    long memoryEarly = 0;
    for (int i = -WARM_UP; i < iterations; i++) {
      long start = System.nanoTime();
      Losses losses = engine.evaluate(image, gradient);
      long evaluated = System.nanoTime();
      adam.update(image, gradient, losses.total());
      long end = System.nanoTime();
      if (i == -WARM_UP) {
        first =
            (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
                / MILLIS;
      }
      if (i >= 0) {
        seconds[i] = (end - start) / NANOS;
        updates[i] = (end - evaluated) / NANOS;
        convolutions[i] = convolutionsAlone(engine);
      }
      if (i == iterations / 10) {
        memoryEarly = memory("VmRSS");
      }
    }
    double alone = quantile(convolutions, 0.5);
    double median = quantile(seconds, 0.5);
    out.printf(
        Locale.ROOT,
        "%.4f %.2f %.2f %.4f %.0f %.0f %.2f %d %d %d%n",
        median,
        quantile(seconds, 0.9) / median,
        MILLIS * quantile(updates, 0.5),
        alone,
        alone == 0 ? 0 : operations(engine) / alone / NANOS,
        100 * alone / median,
        first,
        memory("VmHWM"),
        memoryEarly,
        memory("VmRSS"));
  }

  /** The floor: the plan's convolutions by themselves. */
  private static double convolutionsAlone(Engine engine) {
    if (!(engine instanceof OneDnnEngine planned)) {
      return 0;
    }
    long start = System.nanoTime();
    for (Step step : planned.compiled().steps()) {
      if (step.name().startsWith("conv ") || step.name().startsWith("conv gradient ")) {
        step.work().run();
      }
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private static double operations(Engine engine) {
    return ((OneDnnEngine) engine)
        .plan().schedule().actions().stream().mapToDouble(EngineBenchmark::operations).sum();
  }

  /** Those that the direct kernel does, whatever kernel it is. */
  private static double operations(Action action) {
    if (action instanceof WinogradAction winograd) {
      return winograd.convolution().operations();
    }
    return action instanceof ConvolutionAction convolution ? convolution.operations() : 0;
  }

  private static void listSteps(PrintStream out, OneDnnEngine engine, int size, int rounds) {
    INDArray image = RandomNetworks.normal(new Random(1), 50, 1, size, size, 3);
    engine.evaluate(image, Nd4j.createUninitialized(DataType.FLOAT, image.shape()));
    List<Step> steps = engine.compiled().steps();
    double[][] millis = new double[steps.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < steps.size(); i++) {
        long start = System.nanoTime();
        steps.get(i).work().run();
        millis[i][round] = (System.nanoTime() - start) / NANOS * MILLIS;
      }
    }
    out.printf(Locale.ROOT, "%s%n", dnnl.get_effective_cpu_isa());
    Map<String, Double> sums = new TreeMap<>();
    Map<String, TreeSet<String>> kernels = new TreeMap<>();
    for (int i = 0; i < steps.size(); i++) {
      double median = quantile(millis[i], 0.5);
      String kind = steps.get(i).name().replaceAll(" [^ ]*$", "");
      sums.merge(kind, median, Double::sum);
      kernels.computeIfAbsent(kind, key -> new TreeSet<>()).add(steps.get(i).kernel());
      out.printf(
          Locale.ROOT, "%9.2f ms  %-36s %s%n", median, steps.get(i).name(), steps.get(i).kernel());
    }
    out.println();
    sums.forEach(
        (kind, sum) ->
            out.printf(Locale.ROOT, "%9.2f ms  %-36s %s%n", sum, kind, kernels.get(kind)));
  }

  private static Engine engine(EngineFactory engines, int size) {
    Random random = new Random(2);
    LossSettings settings =
        new LossSettings(
            5,
            500,
            100,
            layers("relu4_2"),
            layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"));
    ModelBuilder models =
        new ModelBuilder(RandomNetworks.vgg19(0, 64, 128, 256, 512, 512), settings, DataType.FLOAT);
    return BoundEngines.of(
        engines,
        models,
        RandomNetworks.normal(random, 50, 1, size, size, 3),
        RandomNetworks.normal(random, 50, 1, size, size, 3));
  }

  private static List<LayerWeight> layers(String... names) {
    return Stream.of(names).map(name -> new LayerWeight(name, 1)).toList();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  /** A line of /proc/self/status in MB; 0 where there is no such file. */
  private static long memory(String key) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(key + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
