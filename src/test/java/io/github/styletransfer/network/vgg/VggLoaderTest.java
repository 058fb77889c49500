package io.github.styletransfer.network.vgg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.network.NetworkFileException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

class VggLoaderTest {
  private static final int WIDTH = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void readsTheOldBuild(KernelLayout layout) throws Exception {
    Vgg19 network = load(golden("even-max"), layout);

    assertThat(network.meanPixel()).containsExactly(123.68f, 116.779f, 103.939f);
    Layer.Convolution first = convolution(network, "conv1_1");
    assertThat(first.kernel().shape()).containsExactly(3, 3, 3, 8);
    assertThat(tap(first.kernel(), layout, 0, 1, 2))
        .startsWith(-0.3340429f, -0.18595074f, -0.019607807f);
    assertThat(first.bias().toFloatVector()).startsWith(-0.043798808f, -0.020689292f, -0.0333726f);
    Layer.Convolution last = convolution(network, "conv5_4");
    assertThat(last.kernel().shape()).containsExactly(3, 3, 24, 24);
    assertThat(tap(last.kernel(), layout, 0, 1, 2)).startsWith(-0.10517898f, 0.040514387f);
  }

  @ParameterizedTest
  @EnumSource
  void readsTheNewBuild(KernelLayout layout) throws Exception {
    Vgg19 network = load(golden("odd-avg"), layout);

    assertThat(network.meanPixel()).containsExactly(123.68f, 116.779f, 103.939f);
    Layer.Convolution second = convolution(network, "conv1_2");
    assertThat(second.kernel().shape()).containsExactly(3, 3, 6, 6);
    assertThat(tap(second.kernel(), layout, 0, 1, 2))
        .containsExactly(
            -0.18951002f, 0.22860247f, 0.26232496f, -0.2504456f, 0.44292295f, 0.13904646f);
    assertThat(second.bias().toFloatVector()).startsWith(-0.12423388f, 0.062634714f, -0.08032507f);
  }

  @ParameterizedTest
  @CsvSource({"even-max, WH", "even-max, HW", "odd-avg, WH", "odd-avg, HW"})
  void everyWeightIsInItsPlace(String golden, KernelLayout layout) throws Exception {
    Cell layers = Mat5.readFromFile(golden(golden).toFile()).getCell("layers");
    Vgg19 network = load(golden(golden), layout);

    for (int layer = 0; layer < network.layers().size(); layer++) {
      if (network.layers().get(layer) instanceof Layer.Convolution convolution) {
        Matrix kernel = layers.getStruct(layer).getCell("weights").getMatrix(0);
        float[] values = convolution.kernel().data().asFloat();
        assertThat(convolution.kernel().ordering()).isEqualTo('c');
        assertThat(convolution.kernel().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(values).hasSize(kernel.getNumElements());
        int next = 0;
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 3; column++) {
            for (int in = 0; in < convolution.kernel().size(2); in++) {
              for (int out = 0; out < convolution.kernel().size(3); out++) {
                int[] index =
                    layout == KernelLayout.HW
                        ? new int[] {row, column, in, out}
                        : new int[] {column, row, in, out};
                assertThat(values[next++]).isEqualTo(kernel.getFloat(index));
              }
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, LITTLE_ENDIAN",
    "false, true, LITTLE_ENDIAN",
    "true, false, LITTLE_ENDIAN",
    "true, true, LITTLE_ENDIAN",
    "true, false, BIG_ENDIAN",
    "false, true, BIG_ENDIAN"
  })
  void readsEveryBuildCompressedOrNotInEitherByteOrder(
      boolean old, boolean compressed, String order) throws IOException {
    NetworkFiles files =
        new NetworkFiles(WIDTH)
            .old(old)
            .compressed(compressed)
            .order(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Vgg19 network = load(files.write(file()), KernelLayout.HW);

    assertThat(network.contentLayers())
        .hasSize(37)
        .startsWith("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1")
        .endsWith("conv5_4", "relu5_4", "pool5");
    assertThat(network.meanPixel()).containsExactly(100, 110, 120);
    Layer.Convolution first = convolution(network, "conv1_1");
    assertThat(first.kernel().shape()).containsExactly(3, 3, 3, WIDTH);
    assertThat(first.kernel().getFloat(2, 1, 2, 1))
        .isEqualTo(NetworkFiles.value(2 + 3 * (1 + 3 * (2 + 3))));
    assertThat(first.bias().toFloatVector()).containsExactly(0.5f, 1.5f);
    assertThat(network.layers().get(1)).isEqualTo(new Layer.Relu("relu1_1"));
    assertThat(network.layers().get(36)).isEqualTo(new Layer.Pool("pool5"));
  }

  @Test
  void readsKernelsWhoseLastDimensionsAreLeftOut() throws IOException {
    NetworkFiles files = new NetworkFiles(1);
    Matrix kernel = Mat5.newMatrix(new int[] {3, 3}, MatlabType.Single);
    files.replace("conv3_1", files.convolution("conv3_1", kernel, files.bias()));

    Vgg19 network = load(files.write(file()), KernelLayout.WH);

    assertThat(convolution(network, "conv3_1").kernel().shape()).containsExactly(3, 3, 1, 1);
  }

  @Test
  void readsDoublePrecisionAndFieldsInAnyOrder() throws IOException {
    NetworkFiles files = new NetworkFiles(WIDTH);
    Matrix kernel = Mat5.newMatrix(new int[] {3, 3, WIDTH, WIDTH}, MatlabType.Double);
    kernel.setDouble(1, 0.1);
    Struct layer =
        Mat5.newStruct()
            .set("extra", Mat5.newCell(1, 1))
            .set("weights", NetworkFiles.cell(kernel, files.bias()))
            .set("type", Mat5.newString("conv"))
            .set("name", Mat5.newString("conv4_2"));

    Vgg19 network = load(files.replace("conv4_2", layer).write(file()), KernelLayout.WH);

    assertThat(convolution(network, "conv4_2").kernel().getFloat(0, 1, 0, 0)).isEqualTo(0.1f);
  }

  @Test
  void needsNoLayersAfterPool5AndNoParticularOrderOfVariables() throws IOException {
    NetworkFiles files = new NetworkFiles(WIDTH).compressed(true);
    Cell layers = files.layers();
    Cell wanted = Mat5.newCell(37, 1);
    for (int i = 0; i < wanted.getNumElements(); i++) {
      wanted.set(i, layers.get(i));
    }
    files.write(
        Mat5.newMatFile()
            .addArray("meta", NetworkFiles.meta(NetworkFiles.pixel()))
            .addArray("other", Mat5.newString("x"))
            .addArray("layers", wanted),
        file());

    assertThat(load(file(), KernelLayout.WH).layers()).hasSize(37);
  }

  private Path file() {
    return folder.resolve("network.mat");
  }

  private static Path golden(String name) throws URISyntaxException {
    String resource = "/golden/" + name + "/network.mat";
    return Path.of(Objects.requireNonNull(VggLoaderTest.class.getResource(resource)).toURI());
  }

  private static Vgg19 load(Path file, KernelLayout layout) throws NetworkFileException {
    return new VggLoader().load(file, layout);
  }

  private static Layer.Convolution convolution(Vgg19 network, String name) {
    return (Layer.Convolution) network.layers().get(network.indexOf(name));
  }

  /** All outputs for an input at a place, whose two indices are as in the file. */
  private static float[] tap(INDArray kernel, KernelLayout layout, int first, int second, int in) {
    int outputs = (int) kernel.size(3);
    float[] values = new float[outputs];
    for (int out = 0; out < outputs; out++) {
      values[out] =
          layout == KernelLayout.HW
              ? kernel.getFloat(first, second, in, out)
              : kernel.getFloat(second, first, in, out);
    }
    return values;
  }
}
