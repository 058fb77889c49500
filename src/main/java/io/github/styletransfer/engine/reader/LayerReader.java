package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import io.github.styletransfer.engine.program.Window;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * Reads a network's layers: convolutions, rectifiers, pooling.
 *
 * @param readings what has been read so far; added to
 */
record LayerReader(Readings readings) {
  private static final String NHWC = "NHWC";
  private static final int TAPS = 3;
  private static final List<BorderKind> COPIED = List.of(BorderKind.REPEAT, BorderKind.REFLECT);

  Meaning convolution(String name, Conv2DConfig config, List<String> inputs)
      throws UnsupportedGraphException {
    Tensor input = readings.tensor("conv2d", inputs.get(0));
    INDArray kernel = readings.constant("conv2d", inputs.get(1));
    @Nullable INDArray bias = inputs.size() > 2 ? readings.constant("conv2d", inputs.get(2)) : null;
    boolean plain =
        config.getDH() == 1
            && config.getDW() == 1
            && NHWC.equals(config.getDataFormat())
            && config.getWeightsFormat() == WeightsFormat.YXIO
            && config.getPaddingMode() != PaddingMode.CAUSAL;
    if (!plain || kernel.size(2) != input.size().channels()) {
      throw new UnsupportedGraphException("conv2d", name, "of this kind isn't known");
    }
    Window window = window(config, input);
    for (BorderKind kind : COPIED) {
      Optional<Tensor> inner = inner(input, window, kind);
      if (inner.isPresent()) {
        input = inner.get();
        window = new Window(TAPS, TAPS, 1, 1, 1, 1, 1, 1, kind);
      }
    }
    Tensor output = readings.newTensor(name, window.output(input.size(), kernel.size(3)));
    readings.nodes().add(new Node.Convolution(input, output, kernel, bias, window, false));
    return new Meaning.Pixels(View.of(output));
  }

  /** What feature maps were before a border was added that a 3 x 3 convolution takes away again. */
  private Optional<Tensor> inner(Tensor input, Window window, BorderKind kind) {
    if (!window.equals(Window.dense(TAPS, TAPS))) {
      return Optional.empty();
    }
    return withoutBorder(input, false, kind).flatMap(taller -> withoutBorder(taller, true, kind));
  }

  /** A tensor before a row or column was added on both sides. */
  private Optional<Tensor> withoutBorder(Tensor tensor, boolean vertical, BorderKind kind) {
    return readings.nodes().stream()
        .filter(node -> node.output().equals(tensor))
        .filter(Node.Concatenation.class::isInstance)
        .map(Node.Concatenation.class::cast)
        .filter(node -> node.vertical() == vertical && node.parts().size() == TAPS)
        .filter(node -> node.parts().get(1).isWhole())
        .filter(node -> node.parts().equals(bordered(node.parts().get(1).tensor(), vertical, kind)))
        .map(node -> node.parts().get(1).tensor())
        .findFirst();
  }

  private static List<View> bordered(Tensor inner, boolean vertical, BorderKind kind) {
    TensorSize size = inner.size();
    long inwards = kind.inwards(vertical ? size.height() : size.width());
    TensorSize line =
        vertical
            ? new TensorSize(size.images(), 1, size.width(), size.channels())
            : new TensorSize(size.images(), size.height(), 1, size.channels());
    return vertical
        ? List.of(
            new View(inner, inwards, 0, line),
            View.of(inner),
            new View(inner, size.height() - 1 - inwards, 0, line))
        : List.of(
            new View(inner, 0, inwards, line),
            View.of(inner),
            new View(inner, 0, size.width() - 1 - inwards, line));
  }

  private static Window window(Conv2DConfig config, Tensor input) {
    return config.getPaddingMode() == PaddingMode.SAME
        ? Window.same(input.size(), config.getKH(), config.getKW(), config.getSH(), config.getSW())
        : new Window(
            config.getKH(),
            config.getKW(),
            config.getSH(),
            config.getSW(),
            config.getPH(),
            config.getPW(),
            config.getPH(),
            config.getPW());
  }

  /** A rectifier that nobody but a convolution stands before becomes part of that. */
  Meaning rectifier(String name, INDArray cutoff, String of) throws UnsupportedGraphException {
    Tensor input = readings.tensor("relu", of);
    if (cutoff.getDouble(0) != 0) {
      throw new UnsupportedGraphException("relu", name, "has a cutoff other than 0");
    }
    Tensor output = readings.newTensor(name, input.size());
    if (readings.lastAndOnlyFor(of, input).orElse(null) instanceof Node.Convolution convolution) {
      readings.replaceLast(
          new Node.Convolution(
              convolution.input(),
              output,
              convolution.kernel(),
              convolution.bias(),
              convolution.window(),
              true));
    } else {
      readings.nodes().add(new Node.Rectifier(input, output));
    }
    return new Meaning.Pixels(View.of(output));
  }

  Meaning pooling(String name, Pooling2DConfig config, boolean max, String of)
      throws UnsupportedGraphException {
    Tensor input = readings.tensor("pooling", of);
    if (!config.isNHWC()
        || config.getPaddingMode() != PaddingMode.SAME
        || config.getDH() != 1
        || config.getDW() != 1) {
      throw new UnsupportedGraphException("pooling", name, "of this kind isn't known");
    }
    Window window =
        Window.same(input.size(), config.getKH(), config.getKW(), config.getSH(), config.getSW());
    Tensor output = readings.newTensor(name, window.output(input.size(), input.size().channels()));
    readings.nodes().add(new Node.Pooling(input, output, window, max));
    return new Meaning.Pixels(View.of(output));
  }
}
