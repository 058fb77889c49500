package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;
import java.util.List;

/**
 * How far the tensors of a network fall behind the image's strips: each row of feature maps is
 * computed once those that it depends on are there, and each row of a gradient likewise. So no row
 * is computed twice, and no strip needs a margin.
 *
 * @param steps by tensor, from the image on, the rows from strip to strip
 * @param forward by tensor, how many rows the first new one is before the strip's
 * @param backward by tensor, the same of its gradient
 */
record StripLags(List<Long> steps, List<Long> forward, List<Long> backward) {
  /**
   * Of a network's tensors.
   *
   * @param layers one after the other
   * @param rows of the image in a strip; a multiple of what the network subsamples by
   */
  static StripLags of(List<Node> layers, long rows) {
    int count = layers.size();
    Long[] steps = new Long[count + 1];
    Long[] forward = new Long[count + 1];
    Long[] backward = new Long[count + 1];
    steps[0] = rows;
    forward[0] = 0L;
    for (int i = 0; i < count; i++) {
      Node layer = layers.get(i);
      steps[i + 1] = layer instanceof Node.Pooling ? steps[i] / 2 : steps[i];
      forward[i + 1] = layer instanceof Node.Pooling ? (forward[i] + 1) / 2 : forward[i];
      if (layer instanceof Node.Convolution convolution) {
        forward[i + 1] += below(convolution);
      }
    }
    backward[count] = forward[count];
    for (int i = count - 1; i >= 0; i--) {
      Node layer = layers.get(i);
      backward[i] = layer instanceof Node.Pooling ? 2 * backward[i + 1] : backward[i + 1];
      if (layer instanceof Node.Convolution convolution) {
        backward[i] += convolution.window().top();
      }
    }
    return new StripLags(List.of(steps), List.of(forward), List.of(backward));
  }

  /** How many rows of the image a row of the last tensor stands for. */
  static long subsampling(List<Node> layers) {
    return 1L << layers.stream().filter(Node.Pooling.class::isInstance).count();
  }

  /** How many rows below its own a convolution looks at. */
  static long below(Node.Convolution convolution) {
    return convolution.window().height() - 1 - convolution.window().top();
  }
}
