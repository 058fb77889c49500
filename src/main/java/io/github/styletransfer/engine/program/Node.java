package io.github.styletransfer.engine.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step from tensors to a tensor. */
public sealed interface Node {
  /** What is computed. */
  Tensor output();

  /** What it is computed from, each once. */
  List<Tensor> inputs();

  /**
   * A convolution, and the rectifier on it if there is one.
   *
   * @param input [1, H, W, in]
   * @param output [1, H', W', out]
   * @param kernel float, [kH, kW, in, out]
   * @param bias float, [out]; null for none
   * @param window the kernel's size, stride and padding with zeros
   * @param rectified whether max(0, .) follows
   */
  record Convolution(
      Tensor input,
      Tensor output,
      INDArray kernel,
      @Nullable INDArray bias,
      Window window,
      boolean rectified)
      implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }
  }

  /** max(0, .) of a tensor that is also used as it is. */
  record Rectifier(Tensor input, Tensor output) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }
  }

  /**
   * Pooling; padding takes no part in the maximum or the mean.
   *
   * @param window its size, stride and padding
   * @param max the maximum, else the mean
   */
  record Pooling(Tensor input, Tensor output, Window window, boolean max) implements Node {
    @Override
    public List<Tensor> inputs() {
      return List.of(input);
    }
  }

  /**
   * Rectangles side by side.
   *
   * @param parts from the top down, or from left to right
   * @param vertical whether they lie below each other
   */
  record Concatenation(List<View> parts, boolean vertical, Tensor output) implements Node {
    /** Copies the list. */
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Tensor> inputs() {
      return parts.stream().map(View::tensor).distinct().toList();
    }

    /** Where the parts lie in the output. */
    public List<View> places() {
      List<View> places = new ArrayList<>();
      long at = 0;
      for (View part : parts) {
        places.add(new View(output, vertical ? at : 0, vertical ? 0 : at, part.size()));
        at += vertical ? part.size().height() : part.size().width();
      }
      return places;
    }
  }
}
