package io.github.styletransfer.network.thin;

import io.github.styletransfer.network.pytorch.WeightsWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Writes small files of the thin network; all layers have equally many channels. */
public final class ThinFiles {
  static final int[] CONVOLUTIONS_PER_BLOCK = {2, 2, 4, 4, 1};

  /** Makes BGR 0..255 of RGB 0..1, less a mean of 120, 110, 100. */
  static final float[] INPUT = {0, 0, 255, 0, 255, 0, 255, 0, 0};

  static final float[] INPUT_BIAS = {-100, -110, -120};

  private final Map<String, Consumer<WeightsWriter>> tensors = new LinkedHashMap<>();

  /** Makes a file of so many channels. */
  public ThinFiles(int width) {
    tensor("conv0.weight", INPUT, 3, 3, 1, 1);
    tensor("conv0.bias", INPUT_BIAS, 3);
    int inputs = 3;
    for (int block = 1; block <= CONVOLUTIONS_PER_BLOCK.length; block++) {
      for (int i = 1; i <= CONVOLUTIONS_PER_BLOCK[block - 1]; i++) {
        String name = "conv" + block + i;
        tensor(name + ".weight", values(name, width * inputs * 9), width, inputs, 3, 3);
        tensor(name + ".bias", values(name, width), width);
        inputs = width;
      }
    }
    tensor("conv51_aux.weight", values("aux", width), 1, width, 1, 1);
  }

  /** Puts a tensor into the file, or another in its place. */
  ThinFiles tensor(String name, float[] values, long... shape) {
    tensors.put(name, weights -> weights.tensor(name, values, shape));
    return this;
  }

  /** Puts something else in the place of a tensor. */
  ThinFiles replace(String name, Consumer<WeightsWriter> with) {
    tensors.put(name, with);
    return this;
  }

  /** Leaves a tensor out. */
  ThinFiles without(String name) {
    tensors.remove(name);
    return this;
  }

  /** The values of a tensor, or as many of them as are asked for. */
  static float[] values(String name, int count) {
    Random random = new Random(name.hashCode());
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** The file's content. */
  public byte[] bytes(Form form) {
    WeightsWriter weights = new WeightsWriter().wrapped("model");
    tensors.values().forEach(tensor -> tensor.accept(weights));
    return weights.bytes(form);
  }
}
