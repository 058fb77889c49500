package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.matlab.MatFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Turns the file's layer structs into layers and checks that they are VGG-19's, in its order. */
final class LayerParser {
  private static final int IMAGE_CHANNELS = 3;

  private final KernelLayout layout;
  private final List<Expected> expected = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private int channels = IMAGE_CHANNELS;

  LayerParser(KernelLayout layout) {
    this.layout = layout;
    LayerNames.ALL.forEach(name -> expected.add(Expected.of(name)));
  }

  /** The name of the layer that comes next, for a message. */
  String next() {
    return isComplete() ? "the end" : expected.get(layers.size()).name();
  }

  boolean isComplete() {
    return layers.size() == expected.size();
  }

  /**
   * All layers.
   *
   * @throws NetworkFault if some are missing
   */
  List<Layer> layers() throws NetworkFault {
    if (!isComplete()) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "is not VGG-19: it ends after %d of %d layers, before %s",
              layers.size(),
              expected.size(),
              next()));
    }
    return layers;
  }

  /**
   * Takes the next element of the cell array.
   *
   * @throws NetworkFault if it is not the layer that comes next
   */
  void add(Array element) throws NetworkFault {
    Expected wanted = expected.get(layers.size());
    String name = wanted.name();
    Struct struct = MatFields.struct(element, name);
    String found = MatFields.text(struct, "name", name);
    if (!found.equals(name)) {
      throw NetworkFault.unexpected(
          name.equals("conv3_4") && found.equals("pool3")
              ? "is VGG-16 (13 convolutions), not VGG-19 (16 convolutions)"
              : "is not VGG-19: it has the layer '" + found + "' where " + name + " should be");
    }
    String type = MatFields.text(struct, "type", name);
    if (!type.equals(wanted.type)) {
      throw NetworkFault.unexpected(
          "is not VGG-19: its layer " + name + " is of type '" + type + "', not " + wanted.type);
    }
    layers.add(
        switch (type) {
          case "conv" -> convolution(name, struct);
          case "relu" -> new Layer.Relu(name);
          default -> new Layer.Pool(name);
        });
  }

  private Layer convolution(String name, Struct struct) throws NetworkFault {
    Cell weights = MatFields.cell(struct, "weights", name);
    if (weights.getNumElements() != 2) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "is not VGG-19: %s.weights has %d arrays, not a kernel and a bias",
              name,
              weights.getNumElements()));
    }
    String kernelPath = name + ".weights{1}";
    String biasPath = name + ".weights{2}";
    Matrix kernel = MatFields.numbers(weights.get(0), kernelPath);
    Matrix bias = MatFields.numbers(weights.get(1), biasPath);
    int[] shape = Weights.shape(kernel);
    int outputs = shape[3];
    int[] wanted = {Weights.SIZE, Weights.SIZE, channels, outputs};
    if (outputs < 1 || !Arrays.equals(shape, wanted)) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "is not VGG-19: %s has the shape %s, not [3, 3, %d, outputs]",
              kernelPath,
              Arrays.toString(shape),
              channels));
    }
    if (bias.getNumElements() != outputs) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "is not VGG-19: %s has %d values for %d outputs",
              biasPath,
              bias.getNumElements(),
              outputs));
    }
    channels = outputs;
    return new Layer.Convolution(
        name, Weights.kernel(kernel, layout, kernelPath), Weights.bias(bias, biasPath));
  }

  private record Expected(String type, String suffix) {
    private static final int TYPE_LENGTH = 4;

    static Expected of(String name) {
      return new Expected(name.substring(0, TYPE_LENGTH), name.substring(TYPE_LENGTH));
    }

    String name() {
      return type + suffix;
    }
  }
}
