package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads what is cut out of feature maps, put side by side, or taken as rows of pixels.
 *
 * @param readings what has been read so far; added to
 */
record RectangleReader(Readings readings) {
  /** Arguments: five masks; begin, end and stride of the four axes. */
  Meaning slice(String name, long[] arguments, String of) throws UnsupportedGraphException {
    View view = readings.pixels("strided_slice", of);
    if (arguments.length != 17) {
      throw new UnsupportedGraphException("strided_slice", name, "of this kind isn't known");
    }
    long[] begin = Arrays.copyOfRange(arguments, 5, 9);
    long[] end = Arrays.copyOfRange(arguments, 9, 13);
    boolean masked = Arrays.stream(arguments, 0, 5).anyMatch(mask -> mask != 0);
    boolean plain =
        !masked
            && isWithin(begin[1], end[1], view.size().height())
            && isWithin(begin[2], end[2], view.size().width())
            && Arrays.stream(arguments, 13, 17).allMatch(stride -> stride == 1)
            && begin[0] == 0
            && end[0] == view.size().images()
            && begin[3] == 0
            && end[3] == view.size().channels();
    if (!plain) {
      throw new UnsupportedGraphException("strided_slice", name, "of this kind isn't known");
    }
    return new Meaning.Pixels(
        new View(
            view.tensor(),
            view.top() + begin[1],
            view.left() + begin[2],
            new TensorSize(end[0], end[1] - begin[1], end[2] - begin[2], end[3])));
  }

  /** Negative numbers count from the end; no model has them. */
  private static boolean isWithin(long begin, long end, long length) {
    return begin >= 0 && begin < end && end <= length;
  }

  Meaning concatenation(String name, long[] arguments, List<String> inputs)
      throws UnsupportedGraphException {
    boolean vertical = arguments[0] == 1;
    if (!vertical && arguments[0] != 2) {
      throw new UnsupportedGraphException("concat", name, "along axis " + arguments[0]);
    }
    List<View> parts = new ArrayList<>();
    long length = 0;
    for (String input : inputs) {
      View part = readings.pixels("concat", input);
      parts.add(part);
      length += vertical ? part.size().height() : part.size().width();
    }
    TensorSize first = parts.get(0).size();
    Tensor output =
        readings.newTensor(
            name,
            vertical
                ? new TensorSize(first.images(), length, first.width(), first.channels())
                : new TensorSize(first.images(), first.height(), length, first.channels()));
    readings.nodes().add(new Node.Concatenation(parts, vertical, output));
    return new Meaning.Pixels(View.of(output));
  }

  /** Arguments: the order, and the new shape. */
  Meaning rows(String name, long[] arguments, String of) throws UnsupportedGraphException {
    View view = readings.pixels("reshape", of);
    Tensor input = view.isWhole() ? view.tensor() : copied(of, view);
    if (arguments.length != 3
        || arguments[1] != input.size().pixels()
        || arguments[2] != input.size().channels()) {
      throw new UnsupportedGraphException("reshape", name, "to something else than rows of pixels");
    }
    return new Meaning.Rows(input);
  }

  /** Feature maps times a constant [1, H, W, 1]. */
  Meaning weighting(String name, List<String> inputs) throws UnsupportedGraphException {
    View view = readings.pixels("multiply", inputs.get(0));
    Tensor input = view.isWhole() ? view.tensor() : copied(inputs.get(0), view);
    INDArray weights = readings.constant("multiply", inputs.get(1));
    TensorSize size = input.size();
    if (!Arrays.equals(weights.shape(), new long[] {1, size.height(), size.width(), 1})) {
      throw new UnsupportedGraphException("multiply", name, "of this kind isn't known");
    }
    Tensor output = readings.newTensor(name, size);
    readings.nodes().add(new Node.Weighting(input, weights, output));
    return new Meaning.Pixels(View.of(output));
  }

  /** A part of a tensor as a tensor. */
  private Tensor copied(String name, View view) {
    Tensor output = readings.newTensor(name, view.size());
    readings.nodes().add(new Node.Concatenation(List.of(view), true, output));
    return output;
  }
}
