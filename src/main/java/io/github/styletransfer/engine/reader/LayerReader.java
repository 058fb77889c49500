package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.View;
import io.github.styletransfer.engine.program.Window;
import java.util.List;
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
    Tensor output = readings.newTensor(name, window.output(input.size(), kernel.size(3)));
    readings.nodes().add(new Node.Convolution(input, output, kernel, bias, window, false));
    return new Meaning.Pixels(View.of(output));
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
