package io.github.styletransfer.benchmark;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.engine.NativeRuntime;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.LossSettings;
import io.github.styletransfer.model.ModelBuilder;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.AdamSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times iterations (losses, gradient, Adam's update) of a square image on VGG-19 with random
 * weights, as benchmarks/pytorch_iteration.py does in PyTorch. Arguments: size, iterations.
 */
public final class IterationBenchmark {
  private static final int WARM_UP = 3;

  private IterationBenchmark() {}

  /** Prints one line: seconds per iteration and resident memory. */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    NativeRuntime.configure();
    NativeRuntime.useThreads(Runtime.getRuntime().availableProcessors());
    int size = Integer.parseInt(args[0]);
    int iterations = Integer.parseInt(args[1]);
    INDArray image = RandomNetworks.normal(new Random(1), 0.256, 1, size, size, 3);
    INDArray gradient = Nd4j.createUninitialized(DataType.FLOAT, image.shape());
    Adam adam = new Adam(new AdamSettings(10, 0.9, 0.999, 1e-8), DataType.FLOAT, image.shape());
    double[] seconds = new double[iterations];
    long memoryEarly = 0;
    try (Engine engine = engine(size)) {
      for (int i = -WARM_UP; i < iterations; i++) {
        long start = System.nanoTime();
        Losses losses = engine.evaluate(image, gradient);
        adam.update(image, gradient, losses.total());
        if (i >= 0) {
          seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        if (i == iterations / 10) {
          memoryEarly = memory("VmRSS");
        }
      }
    }
    Arrays.sort(seconds);
    out.printf(
        Locale.ROOT,
        "samediff float32 %dx%d: median %.3f s/iteration, minimum %.3f, 90th percentile %.3f;"
            + " peak %d MB, resident %d MB after a tenth of the run, %d MB at its end%n",
        size,
        size,
        seconds[iterations / 2],
        seconds[0],
        seconds[iterations * 9 / 10],
        memory("VmHWM"),
        memoryEarly,
        memory("VmRSS"));
    System.exit(0);
  }

  private static Engine engine(int size) {
    Random random = new Random(2);
    ModelBuilder models =
        new ModelBuilder(
            RandomNetworks.vgg19(0, 64, 128, 256, 512, 512), Pooling.MAX, DataType.FLOAT);
    LossSettings settings =
        new LossSettings(
            5,
            500,
            100,
            layers("relu4_2"),
            layers("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"));
    EngineFactory engines = new SameDiffEngineFactory();
    Targets targets =
        new Targets(
            engines.targets(
                models.contentTargets(size, size, settings.contentLayers()),
                RandomNetworks.normal(random, 50, 1, size, size, 3)),
            engines.targets(
                models.styleTargets(size, size, settings.styleLayers()),
                RandomNetworks.normal(random, 50, 1, size, size, 3)));
    return engines.create(models.losses(size, size, settings, targets));
  }

  private static List<LayerWeight> layers(String... names) {
    return Stream.of(names).map(name -> new LayerWeight(name, 1)).toList();
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
