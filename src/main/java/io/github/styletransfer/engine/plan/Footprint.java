package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import java.util.function.ToLongFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a process takes beside a plan's arena.
 *
 * @param program what is computed
 * @param kernels of the executor
 */
public record Footprint(Program program, Kernels kernels) {
  /** The image and its gradient as the optimiser has them, and in Java while they are written. */
  private static final int COPIES_OF_THE_IMAGE = 4;

  /** Those of a sum over pixels, and copies for it and its gradient. */
  private static final int COPIES_OF_WEIGHTS = 3;

  /** The image and its gradient, which a plan by strips reads and writes where they are. */
  private static final int ARRAYS_BESIDE_STRIPS = 2;

  /** Bytes beside a loss plan's arena, without the optimiser's state. */
  public long ofLosses() {
    return ofLosses(COPIES_OF_THE_IMAGE, ElementType.FLOAT32);
  }

  /**
   * Bytes beside a loss plan by strips, without the optimiser's state.
   *
   * @param targets the type of the feature maps that losses compare with
   */
  public long ofStrips(ElementType targets) {
    return ofLosses(ARRAYS_BESIDE_STRIPS, targets);
  }

  private long ofLosses(int images, ElementType type) {
    long targets =
        program.terms().stream()
            .filter(LossTerm.FeatureError.class::isInstance)
            .mapToLong(term -> term.tensor().size().elements())
            .sum();
    return ofAny(targets * type.bytes(), images)
        + kernels.iterationBytes()
        + sum(
            kernel -> forward(kernel) + kernels.keptBytes(kernel, kernel.size(3), kernel.size(2)));
  }

  /** Bytes beside a target plan's arena. */
  public long ofTargets() {
    return ofTargets(COPIES_OF_THE_IMAGE, ElementType.FLOAT32);
  }

  /**
   * Bytes beside a target plan by strips.
   *
   * @param type of the feature maps that are asked for
   */
  public long ofTargetStrips(ElementType type) {
    return ofTargets(ARRAYS_BESIDE_STRIPS, type);
  }

  private long ofTargets(int images, ElementType type) {
    long targets =
        program.outputs().values().stream()
            .filter(tensor -> !program.isMatrix(tensor))
            .mapToLong(tensor -> tensor.size().elements())
            .sum();
    return ofAny(targets * type.bytes(), images) + sum(this::forward);
  }

  private long ofAny(long targetBytes, int images) {
    return kernels.processBytes()
        + sum(kernel -> kernel.length() * Float.BYTES)
        + targetBytes
        + weights()
        + images * program.image().size().elements() * Float.BYTES;
  }

  /** Those of pixels; if layers have them in common, that is more than there are. */
  private long weights() {
    return program.nodes().stream().mapToLong(node -> elementsOfWeights(node) * Float.BYTES).sum();
  }

  private static long elementsOfWeights(Node node) {
    if (node instanceof Node.Weighting weighting) {
      return weighting.weights().length();
    }
    return node instanceof Node.PixelSum sum ? COPIES_OF_WEIGHTS * sum.input().size().pixels() : 0;
  }

  private long forward(INDArray kernel) {
    return kernels.keptBytes(kernel, kernel.size(2), kernel.size(3));
  }

  private long sum(ToLongFunction<INDArray> bytes) {
    return program.nodes().stream()
        .filter(Node.Convolution.class::isInstance)
        .map(node -> ((Node.Convolution) node).kernel())
        .mapToLong(bytes)
        .sum();
  }
}
