package io.github.styletransfer.network.thin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import io.github.styletransfer.network.vgg.Layer;
import io.github.styletransfer.network.vgg.Vgg19;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class ThinLoaderTest {
  private static final int WIDTH = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyWeightIsInItsPlace(Form form) throws IOException {
    Vgg19 network = load(new ThinFiles(WIDTH), form);

    assertThat(network.contentLayers())
        .containsExactly(
            ("conv1_1 relu1_1 conv1_2 relu1_2 pool1 conv2_1 relu2_1 conv2_2 relu2_2 pool2 conv3_1"
                    + " relu3_1 conv3_2 relu3_2 conv3_3 relu3_3 conv3_4 relu3_4 pool3 conv4_1"
                    + " relu4_1 conv4_2 relu4_2 conv4_3 relu4_3 conv4_4 relu4_4 pool4 conv5_1"
                    + " relu5_1")
                .split(" "));
    assertThat(network.meanPixel()).containsExactly(120, 110, 100);
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Convolution convolution) {
        assertWeights(convolution);
      }
    }
  }

  /** The first kernel's inputs are in the order blue, green, red in the file. */
  private static void assertWeights(Layer.Convolution layer) {
    String name = layer.name().replace("_", "");
    boolean first = name.equals("conv11");
    int inputs = first ? 3 : WIDTH;
    assertThat(layer.kernel().shape()).containsExactly(3, 3, inputs, WIDTH);
    assertThat(layer.kernel().ordering()).isEqualTo('c');
    assertThat(layer.kernel().dataType()).isEqualTo(DataType.FLOAT);
    assertThat(layer.bias().toFloatVector()).containsExactly(ThinFiles.values(name, WIDTH));
    float[] values = ThinFiles.values(name, WIDTH * inputs * 9);
    int next = 0;
    for (int out = 0; out < WIDTH; out++) {
      for (int in = 0; in < inputs; in++) {
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 3; column++) {
            int color = first ? 2 - in : in;
            assertThat(layer.kernel().getFloat(row, column, color, out)).isEqualTo(values[next++]);
          }
        }
      }
    }
  }

  /** W m / 255 + b = 0, and what the kernel sees of a color is what it saw of W / 255 times it. */
  @Test
  void foldsAnyInputIntoTheFirstKernelAndTheMeanPixel() throws IOException {
    float[] matrix = {200, 10, 30, -20, 250, 5, 40, 1, 260};
    double[] mean = {90, 100.5, 130};
    float[] bias = new float[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        bias[row] -= (float) (matrix[row * 3 + column] * mean[column] / 255);
      }
    }
    ThinFiles files =
        new ThinFiles(1).tensor("conv0.weight", matrix, 3, 3, 1, 1).tensor("conv0.bias", bias, 3);
    Vgg19 network = load(files, Form.SEQUENCE);

    float[] kernel = ThinFiles.values("conv11", 27);
    Layer.Convolution first = (Layer.Convolution) network.layers().get(0);
    for (int color = 0; color < 3; color++) {
      assertThat(network.meanPixel()[color]).isCloseTo((float) mean[color], within(1e-4f));
      double expected = 0;
      for (int channel = 0; channel < 3; channel++) {
        expected += kernel[channel * 9 + 5] * (double) matrix[channel * 3 + color] / 255;
      }
      assertThat(first.kernel().getFloat(1, 2, color, 0))
          .isEqualTo((float) expected, within(1e-6f));
    }
  }

  private Vgg19 load(ThinFiles files, Form form) throws IOException {
    return ThinLoader.load(Files.write(folder.resolve("network.pth"), files.bytes(form)));
  }
}
