package io.github.styletransfer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Turns the file's layer structs into layers and checks that they are VGG-19's, in its order. */
final class LayerParser {
  private static final int[] CONVOLUTIONS_PER_BLOCK = {2, 2, 4, 4, 4};
  private static final int KERNEL_SIZE = 3;
  private static final int IMAGE_CHANNELS = 3;

  private final KernelLayout layout;
  private final List<String> expected = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private int channels = IMAGE_CHANNELS;

  LayerParser(KernelLayout layout) {
    this.layout = layout;
    for (int block = 1; block <= CONVOLUTIONS_PER_BLOCK.length; block++) {
      for (int i = 1; i <= CONVOLUTIONS_PER_BLOCK[block - 1]; i++) {
        expected.add("conv" + block + "_" + i);
        expected.add("relu" + block + "_" + i);
      }
      expected.add("pool" + block);
    }
  }

  List<Layer> layers() {
    return layers;
  }

  boolean isComplete() {
    return layers.size() == expected.size();
  }

  /**
   * Takes the next element of the cell array.
   *
   * @throws NetworkFault if it is not the layer that comes next
   */
  void add(Array element) throws NetworkFault {
    String name = expected.get(layers.size());
    Struct struct = MatFields.as(Struct.class, element, "the layer where " + name + " should be");
    String found = MatFields.text(struct, "name");
    if (!found.equals(name)) {
      throw new NetworkFault(
          name.equals("conv3_4") && found.equals("pool3")
              ? "is VGG-16 (it has no layer conv3_4), but VGG-19 is needed"
              : "has a layer " + found + " where VGG-19 has " + name);
    }
    String type = MatFields.text(struct, "type");
    String wanted = name.replaceAll("\\d.*", "");
    if (!type.equals(wanted)) {
      throw new NetworkFault("has a layer " + name + " of type " + type + " instead of " + wanted);
    }
    layers.add(
        switch (wanted) {
          case "conv" -> convolution(name, struct);
          case "relu" -> new Layer.Relu(name);
          default -> new Layer.Pool(name);
        });
  }

  private Layer.Convolution convolution(String name, Struct struct) throws NetworkFault {
    Cell weights = MatFields.field(Cell.class, struct, "weights", name);
    if (weights.getNumElements() != 2) {
      throw new NetworkFault(
          "has " + weights.getNumElements() + " weight arrays in " + name + " instead of 2");
    }
    Matrix kernel = MatFields.as(Matrix.class, weights.get(0), "the kernel of " + name);
    Matrix bias = MatFields.as(Matrix.class, weights.get(1), "the bias of " + name);
    int[] shape = kernel.getDimensions();
    int outputs = shape.length == 4 ? shape[3] : 1;
    boolean fits =
        (shape.length == 4 || shape.length == 3)
            && shape[0] == KERNEL_SIZE
            && shape[1] == KERNEL_SIZE
            && shape[2] == channels
            && bias.getNumElements() == outputs
            && outputs > 0;
    if (!fits) {
      throw new NetworkFault(
          "has a kernel of shape "
              + Arrays.toString(shape)
              + " and "
              + bias.getNumElements()
              + " biases in "
              + name
              + ", which takes "
              + channels
              + " channels with 3 x 3 kernels");
    }
    float[] kernelValues = values(kernel, "kernel of " + name);
    INDArray columnMajor =
        Nd4j.create(kernelValues, new long[] {shape[0], shape[1], channels, outputs}, 'f');
    INDArray oriented =
        switch (layout) {
          case WH -> columnMajor.permute(1, 0, 2, 3);
          case HW -> columnMajor;
        };
    channels = outputs;
    return new Layer.Convolution(
        name, oriented.dup('c'), Nd4j.createFromArray(values(bias, "bias of " + name)));
  }

  private static float[] values(Matrix matrix, String what) throws NetworkFault {
    if (matrix.getType() != MatlabType.Single && matrix.getType() != MatlabType.Double) {
      throw new NetworkFault("has numbers of type " + matrix.getType() + " in the " + what);
    }
    float[] values = new float[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.getFloat(i);
      if (!Float.isFinite(values[i])) {
        throw new NetworkFault("has a value that is no number (" + values[i] + ") in the " + what);
      }
    }
    return values;
  }
}
