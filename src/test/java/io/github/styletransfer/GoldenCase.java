package io.github.styletransfer;

import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Pooling;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A small network and images with the losses, the first gradient and the result that a float64
 * implementation gives; the original program agrees with them to 2e-6.
 */
public enum GoldenCase {
  EVEN_MAX("even-max", 12, Pooling.MAX, KernelLayout.WH, 5, 500, 100, 10),
  ODD_AVG("odd-avg", 10, Pooling.AVG, KernelLayout.HW, 3, 200, 1, 4);

  private final String folder;
  public final int iterations;
  public final Pooling pooling;
  public final KernelLayout kernelLayout;
  public final double contentWeight;
  public final double styleWeight;
  public final double tvWeight;
  public final double learningRate;

  GoldenCase(
      String folder,
      int iterations,
      Pooling pooling,
      KernelLayout kernelLayout,
      double contentWeight,
      double styleWeight,
      double tvWeight,
      double learningRate) {
    this.folder = folder;
    this.iterations = iterations;
    this.pooling = pooling;
    this.kernelLayout = kernelLayout;
    this.contentWeight = contentWeight;
    this.styleWeight = styleWeight;
    this.tvWeight = tvWeight;
    this.learningRate = learningRate;
  }

  public Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(GoldenCase.class.getResource("/golden/" + folder + "/" + name))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows of total, content, style and total variation loss. */
  public List<double[]> losses() throws IOException {
    return losses(file("expected/losses.csv"));
  }

  public static List<double[]> losses(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(f -> new double[] {number(f[1]), number(f[2]), number(f[3]), number(f[4])})
        .toList();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  /** The gradient of the total loss at the initial image, double, [1, H, W, 3]. */
  public INDArray gradient() {
    INDArray gradient = Nd4j.createFromNpyFile(file("expected/gradient.npy").toFile());
    return gradient.reshape(1, gradient.size(-3), gradient.size(-2), 3);
  }
}
