package io.github.styletransfer.network.thin;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import io.github.styletransfer.network.pytorch.StateDict;
import io.github.styletransfer.network.pytorch.StateDictFile;
import io.github.styletransfer.network.pytorch.Tensor;
import io.github.styletransfer.network.vgg.Layer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** The file's convolutions, whose names have no underscore, checked to be a VGG-19's. */
final class ThinWeights {
  private static final String INPUT = "conv0";
  private static final String KERNEL = ".weight";
  private static final String BIAS = ".bias";
  private static final String TORCHVISION = "features.0.weight";

  /** Height and width of every kernel but the input's. */
  private static final long SIZE = 3;

  /** The values of a kernel for one input and one output. */
  static final int TAPS = (int) (SIZE * SIZE);

  /** As many channels as VGG-19 has anywhere. */
  private static final long MOST_CHANNELS = 512;

  private final StateDictFile file;
  private final StateDict weights;

  ThinWeights(StateDictFile file) {
    this.file = file;
    this.weights = file.weights();
  }

  /**
   * Checks that the network is there, before anything large is read.
   *
   * @param names of the convolutions, each of which takes the output of the one before
   * @throws NetworkFault if one is missing or has another shape
   */
  void require(List<String> names) throws NetworkFault {
    if (weights.tensor(TORCHVISION).isPresent()) {
      throw NetworkFault.unexpected(
          "is a network of torchvision, whose VGGs start with "
              + TORCHVISION
              + ", not the thin one");
    }
    if (weights.tensor(INPUT + KERNEL).isEmpty()) {
      throw NetworkFault.unexpected(
          "is another PyTorch network: it has no tensor "
              + INPUT
              + KERNEL
              + " but "
              + weights.firstNames());
    }
    long rgb = ImageInput.CHANNELS;
    requireShape(INPUT + KERNEL, List.of(rgb, rgb, 1L, 1L));
    requireShape(INPUT + BIAS, List.of(rgb));
    long channels = rgb;
    for (String name : names) {
      List<Long> shape = shape(name + KERNEL);
      long outputs = shape.isEmpty() ? 0 : shape.get(0);
      if (outputs < 1
          || outputs > MOST_CHANNELS
          || !shape.equals(List.of(outputs, channels, SIZE, SIZE))) {
        throw NetworkFault.unexpected(
            String.format(
                Locale.ROOT,
                "is another network: %s has the shape %s, not [outputs, %d, 3, 3] with at most %d"
                    + " outputs",
                name + KERNEL,
                shape,
                channels,
                MOST_CHANNELS));
      }
      requireShape(name + BIAS, List.of(outputs));
      channels = outputs;
    }
  }

  private void requireShape(String name, List<Long> wanted) throws NetworkFault {
    List<Long> shape = shape(name);
    if (!shape.equals(wanted)) {
      throw NetworkFault.unexpected(
          "is another network: " + name + " has the shape " + shape + ", not " + wanted);
    }
  }

  private List<Long> shape(String name) throws NetworkFault {
    return weights
        .tensor(name)
        .map(Tensor::shape)
        .orElseThrow(() -> NetworkFault.unexpected("is another network: it has no tensor " + name));
  }

  /**
   * What the network does to an image first.
   *
   * @throws NetworkFault if it can't be VGG-19's
   */
  ImageInput input() throws IOException {
    return ImageInput.of(finite(INPUT + KERNEL), finite(INPUT + BIAS));
  }

  /**
   * A kernel.
   *
   * @return [kernel height, kernel width, inputs, outputs]
   * @throws NetworkFault if a value is not finite
   */
  float[] kernel(String name) throws IOException {
    float[] values = finite(name + KERNEL);
    int outputs = outputs(name);
    int inputs = values.length / outputs / TAPS;
    float[] kernel = new float[values.length];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        for (int tap = 0; tap < TAPS; tap++) {
          kernel[(tap * inputs + input) * outputs + output] =
              values[(output * inputs + input) * TAPS + tap];
        }
      }
    }
    return kernel;
  }

  /**
   * A convolution as a layer.
   *
   * @param layer its name as VGG-19's
   * @param name its name in the file
   * @param kernel [kernel height, kernel width, inputs, outputs]
   * @throws NetworkFault if a value of its bias is not finite
   */
  Layer layer(String layer, String name, float[] kernel) throws IOException {
    int outputs = outputs(name);
    long[] shape = {SIZE, SIZE, kernel.length / outputs / TAPS, outputs};
    return new Layer.Convolution(
        layer, Nd4j.create(kernel, shape, 'c'), Nd4j.createFromArray(finite(name + BIAS)));
  }

  private int outputs(String name) throws NetworkFault {
    return shape(name + KERNEL).get(0).intValue();
  }

  private float[] finite(String name) throws IOException {
    float[] values = file.values(name);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new NetworkFault(
            "is damaged: " + name + " has the value " + value, Remedy.DOWNLOAD_AGAIN);
      }
    }
    return values;
  }
}
