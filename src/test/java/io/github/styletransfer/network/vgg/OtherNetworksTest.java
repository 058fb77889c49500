package io.github.styletransfer.network.vgg;

import static io.github.styletransfer.network.vgg.Faults.AGAIN;
import static io.github.styletransfer.network.vgg.Faults.DOWNLOAD;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** MATLAB 5 files whose content is not VGG-19's. */
class OtherNetworksTest {
  private static final int WIDTH = 2;

  @TempDir private Path folder;

  private final NetworkFiles files = new NetworkFiles(WIDTH);

  @Test
  void vgg16() throws IOException {
    files.convolutionsPerBlock(NetworkFiles.VGG_16);
    assertFault("is VGG-16 (13 convolutions), not VGG-19 (16 convolutions)" + DOWNLOAD);
  }

  @Test
  void otherNetworks() throws IOException {
    files.convolutionsPerBlock(2, 2, 2, 2, 2);
    assertFault("is not VGG-19: it has the layer 'pool3' where conv3_3 should be" + DOWNLOAD);
    files.convolutionsPerBlock(2, 2);
    assertFault("is not VGG-19: it has the layer 'fc6' where conv3_1 should be" + DOWNLOAD);
    MatFile dag = Mat5.newMatFile().addArray("layers", Mat5.newStruct());
    assertFault(
        dag, "is another network: its variable 'layers' is a struct, not a cell array" + DOWNLOAD);
  }

  @Test
  void otherMatFiles() throws IOException {
    MatFile other = Mat5.newMatFile().addArray("x", Mat5.newScalar(3));
    assertFault(other, "is another MATLAB file: it has no variable 'layers' but x" + DOWNLOAD);
    for (int i = 1; i <= 6; i++) {
      other.addArray("w" + i, Mat5.newScalar(i));
    }
    assertFault(
        other,
        "is another MATLAB file: it has no variable 'layers' but x, w1, w2, w3, w4, ..."
            + DOWNLOAD);
  }

  @Test
  void missingLayers() throws IOException {
    assertFault(
        network(Mat5.newCell(1, 0)),
        "is not VGG-19: it ends after 0 of 37 layers, before conv1_1" + DOWNLOAD);
    assertFault(
        network(NetworkFiles.cell(files.layers().get(0), files.layers().get(1))),
        "is not VGG-19: it ends after 2 of 37 layers, before conv1_2" + DOWNLOAD);
  }

  @Test
  void layersOfAnotherKind() throws IOException {
    files.replace("relu2_1", Mat5.newScalar(1));
    assertFault("is not the network: relu2_1 (double) is not a struct" + DOWNLOAD);
    files.replace("relu2_1", Mat5.newStruct(1, 2));
    assertFault("is not the network: relu2_1 (struct) is not a struct of one element" + DOWNLOAD);
    files.replace("relu2_1", NetworkFiles.simple("pool", "relu2_1"));
    assertFault("is not VGG-19: its layer relu2_1 is of type 'pool', not relu" + DOWNLOAD);
    files.replace("relu2_1", NetworkFiles.simple("relu", "\u0007strange\n" + "x".repeat(50)));
    assertFault(
        "is not VGG-19: it has the layer '?strange?"
            + "x".repeat(31)
            + "...' where relu2_1 should be"
            + DOWNLOAD);
  }

  @Test
  void missingOrWrongFields() throws IOException {
    files.replace("relu1_2", Mat5.newStruct().set("name", Mat5.newString("relu1_2")));
    assertFault("is not the network: it has no field relu1_2.type" + DOWNLOAD);
    files.replace("relu1_2", NetworkFiles.simple("relu", "relu1_2").set("name", Mat5.newScalar(1)));
    assertFault("is not the network: relu1_2.name (double) is not text" + DOWNLOAD);
    files.replace("conv1_2", NetworkFiles.simple("conv", "conv1_2"));
    assertFault("is not the network: it has no field conv1_2.weights" + DOWNLOAD);
    files.replace(
        "conv1_2", NetworkFiles.simple("conv", "conv1_2").set("weights", Mat5.newScalar(1)));
    assertFault("is not the network: conv1_2.weights (double) is not a cell array" + DOWNLOAD);
    files.replace(
        "conv1_2", NetworkFiles.simple("conv", "conv1_2").set("weights", Mat5.newCell(1, 3)));
    assertFault("is not VGG-19: conv1_2.weights has 3 arrays, not a kernel and a bias" + DOWNLOAD);
  }

  @Test
  void wrongWeights() throws IOException {
    assertKernelFault(
        NetworkFiles.kernel(3, 3, WIDTH),
        "is not VGG-19: conv1_2.weights{1} has the shape [3, 3, 3, 2], not [3, 3, 2, outputs]");
    assertKernelFault(
        NetworkFiles.kernel(5, WIDTH, WIDTH),
        "is not VGG-19: conv1_2.weights{1} has the shape [5, 5, 2, 2], not [3, 3, 2, outputs]");
    assertKernelFault(
        NetworkFiles.kernel(3, WIDTH, 0),
        "is not VGG-19: conv1_2.weights{1} has the shape [3, 3, 2, 0], not [3, 3, 2, outputs]");
    assertKernelFault(
        NetworkFiles.kernel(3, WIDTH, 5),
        "is not VGG-19: conv1_2.weights{2} has 2 values for 5 outputs");
    assertKernelFault(
        Mat5.newMatrix(new int[] {3, 3, 2, 2}, MatlabType.Int8),
        "is not the network: conv1_2.weights{1} (int8) is not real floating-point numbers");
    assertKernelFault(
        Mat5.newComplex(new int[] {3, 3, 2, 2}, MatlabType.Single),
        "is not the network: conv1_2.weights{1} (complex single) is not real floating-point"
            + " numbers");
    assertKernelFault(
        Mat5.newString("text"),
        "is not the network: conv1_2.weights{1} (char) is not real floating-point numbers");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void weightsThatAreNoNumbers(float value) throws IOException {
    Matrix kernel = NetworkFiles.kernel(3, WIDTH, WIDTH);
    kernel.setFloat(35, value);
    files.replace("conv1_2", files.convolution("conv1_2", kernel, files.bias()));
    assertFault("is damaged: conv1_2.weights{1} has the value " + value + AGAIN);
    Matrix bias = files.bias();
    bias.setFloat(1, value);
    files.replace(
        "conv1_2", files.convolution("conv1_2", NetworkFiles.kernel(3, WIDTH, WIDTH), bias));
    assertFault("is damaged: conv1_2.weights{2} has the value " + value + AGAIN);
  }

  @Test
  void wrongMeanPixel() throws IOException {
    assertFault(
        Mat5.newMatFile().addArray("layers", files.layers()),
        "has no mean pixel: it has neither a variable 'normalization' nor a variable 'meta'"
            + DOWNLOAD);
    assertMeanFault(
        Mat5.newStruct().set("classes", Mat5.newCell(1, 1)),
        "is not the network: it has no field meta.normalization" + DOWNLOAD);
    assertMeanFault(
        Mat5.newStruct().set("normalization", Mat5.newStruct().set("border", Mat5.newScalar(1))),
        "is not the network: it has no field meta.normalization.averageImage" + DOWNLOAD);
    assertMeanFault(
        NetworkFiles.meta(Mat5.newString("abc")),
        "is not the network: meta.normalization.averageImage (char) is not real floating-point"
            + " numbers"
            + DOWNLOAD);
    assertMeanFault(
        NetworkFiles.meta(Mat5.newMatrix(4, 3)),
        "is not the network: its mean pixel or image, meta.normalization.averageImage, has the"
            + " shape [4, 3]"
            + DOWNLOAD);
    Matrix pixel = NetworkFiles.pixel();
    pixel.setDouble(2, Double.NaN);
    assertMeanFault(
        NetworkFiles.meta(pixel),
        "is damaged: its mean pixel has the value NaN, not within 0 to 255" + AGAIN);
    pixel.setDouble(2, 256);
    assertMeanFault(
        NetworkFiles.meta(pixel),
        "is damaged: its mean pixel has the value 256.0, not within 0 to 255" + AGAIN);
    assertFault(
        Mat5.newMatFile()
            .addArray("layers", files.layers())
            .addArray("normalization", Mat5.newScalar(1)),
        "is not the network: normalization (double) is not a struct" + DOWNLOAD);
  }

  private void assertKernelFault(Array kernel, String fault) throws IOException {
    files.replace("conv1_2", files.convolution("conv1_2", kernel, files.bias()));
    assertFault(fault + DOWNLOAD);
  }

  private void assertMeanFault(Struct meta, String fault) throws IOException {
    assertFault(Mat5.newMatFile().addArray("layers", files.layers()).addArray("meta", meta), fault);
  }

  private static MatFile network(Array layers) {
    return Mat5.newMatFile()
        .addArray("layers", layers)
        .addArray("meta", NetworkFiles.meta(NetworkFiles.pixel()));
  }

  private void assertFault(String fault) throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      Faults.assertFault(files.compressed(compressed).write(file()), fault);
    }
  }

  private void assertFault(MatFile mat, String fault) throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      Faults.assertFault(files.compressed(compressed).write(mat, file()), fault);
    }
  }

  private Path file() {
    return folder.resolve("network.mat");
  }
}
