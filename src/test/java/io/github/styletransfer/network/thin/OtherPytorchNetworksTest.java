package io.github.styletransfer.network.thin;

import static io.github.styletransfer.network.thin.ThinFaults.AGAIN;
import static io.github.styletransfer.network.thin.ThinFaults.DOWNLOAD;

import io.github.styletransfer.network.pytorch.PickleWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** PyTorch's files whose content is not the thin network's. */
class OtherPytorchNetworksTest {
  private static final int WIDTH = 2;

  @TempDir private Path folder;

  private final ThinFiles files = new ThinFiles(WIDTH);

  @Test
  void torchvision() throws IOException {
    files.tensor("features.0.weight", new float[27], 1, 3, 3, 3);
    assertFault(
        "is a network of torchvision, whose VGGs start with features.0.weight, not the thin one"
            + DOWNLOAD);
  }

  @ParameterizedTest
  @EnumSource
  void otherNames(Form form) throws IOException {
    WeightsWriter other = new WeightsWriter();
    for (int i = 1; i <= 5; i++) {
      other.tensor("layer" + i + "\n", new float[1], 1);
    }
    Files.write(file(), other.bytes(form));
    ThinFaults.assertFault(
        file(),
        "is another PyTorch network: it has no tensor conv0.weight but layer1?, layer2?, layer3?,"
            + " layer4?, layer5?"
            + DOWNLOAD);
    Files.write(file(), other.tensor("x".repeat(99), new float[1], 1).bytes(form));
    ThinFaults.assertFault(
        file(),
        "is another PyTorch network: it has no tensor conv0.weight but layer1?, layer2?, layer3?,"
            + " layer4?, layer5?, ..."
            + DOWNLOAD);
  }

  @ParameterizedTest
  @EnumSource
  void noWeights(Form form) throws IOException {
    Files.write(
        file(), new WeightsWriter().bytes(form, new PickleWriter().raw("](").raw("e").stop()));
    ThinFaults.assertFault(
        file(), "is another PyTorch file: it holds no weights by name" + DOWNLOAD);
    Files.write(file(), new WeightsWriter().wrapped("optimizer").bytes(form));
    ThinFaults.assertFault(
        file(), "is another PyTorch file: it holds no weights but epoch, optimizer" + DOWNLOAD);
  }

  @ParameterizedTest
  @CsvSource({"conv0.bias", "conv11.bias", "conv34.weight", "conv51.weight", "conv51.bias"})
  void missingTensors(String name) throws IOException {
    files.without(name);
    assertFault("is another network: it has no tensor " + name + DOWNLOAD);
  }

  @Test
  void wrongShapes() throws IOException {
    files.tensor("conv0.weight", new float[9], 3, 3);
    assertFault(
        "is another network: conv0.weight has the shape [3, 3], not [3, 3, 1, 1]" + DOWNLOAD);
    files.tensor("conv0.weight", ThinFiles.INPUT, 3, 3, 1, 1);
    files.tensor("conv22.bias", new float[1], 1);
    assertFault("is another network: conv22.bias has the shape [1], not [2]" + DOWNLOAD);
    assertKernelFault("[3, 2, 3, 3]", "[outputs, 3, 3, 3]", 3, 2, 3, 3);
    assertKernelFault("[3, 3, 5, 5]", "[outputs, 3, 3, 3]", 3, 3, 5, 5);
    assertKernelFault("[0, 3, 3, 3]", "[outputs, 3, 3, 3]", 0, 3, 3, 3);
    assertKernelFault("[]", "[outputs, 3, 3, 3]");
    assertKernelFault("[513, 3, 3, 3]", "[outputs, 3, 3, 3]", 513, 3, 3, 3);
  }

  private void assertKernelFault(String shape, String wanted, long... lengths) throws IOException {
    int count = 1;
    for (long length : lengths) {
      count *= (int) length;
    }
    files.tensor("conv11.weight", new float[count], lengths);
    assertFault(
        "is another network: conv11.weight has the shape "
            + shape
            + ", not "
            + wanted
            + " with at most 512 outputs"
            + DOWNLOAD);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void weightsThatAreNoNumbers(float value) throws IOException {
    float[] values = new float[WIDTH * WIDTH * 9];
    values[35] = value;
    files.tensor("conv32.weight", values, WIDTH, WIDTH, 3, 3);
    assertFault("is damaged: conv32.weight has the value " + value + AGAIN);
    files.tensor("conv0.bias", new float[] {0, value, 0}, 3);
    assertFault("is damaged: conv0.bias has the value " + value + AGAIN);
  }

  @Test
  void wholeNumbers() throws IOException {
    files.replace(
        "conv11.bias",
        weights ->
            weights
                .storage("n", new byte[2 * Integer.BYTES])
                .view("conv11.bias", "IntStorage", "n", 2, 0, new long[] {2}, new long[] {1}));
    assertFault(
        "is another network: its tensor conv11.bias has no floating-point numbers but is a"
            + " IntStorage"
            + DOWNLOAD);
  }

  @Test
  void inputsThatAreNotVggs() throws IOException {
    files.tensor("conv0.bias", new float[] {0, 1, 0}, 3);
    assertFault(
        "is another network: its conv0 has a mean pixel of -1.0, not within 0 to 255" + DOWNLOAD);
    files.tensor("conv0.weight", new float[9], 3, 3, 1, 1);
    assertFault(
        "is another network: its conv0 has a mean pixel of NaN, not within 0 to 255" + DOWNLOAD);
  }

  /** More than VGG-19 has, in a file that is small as it is all zeros. */
  @Test
  void largeTensors() throws IOException {
    files.replace(
        "conv11.bias",
        weights ->
            weights
                .floats("large", new float[(16 << 20) + 2])
                .view(
                    "conv11.bias",
                    "large",
                    (16 << 20) + 2,
                    0,
                    new long[] {2},
                    new long[] {(16 << 20) + 1}));
    Files.write(file(), files.bytes(Form.COMPRESSED_ARCHIVE));
    ThinFaults.assertFault(
        file(),
        "has a tensor conv11.bias of 16,777,218 values, more than VGG-19 could use" + DOWNLOAD);
  }

  private void assertFault(String fault) throws IOException {
    for (Form form : Form.values()) {
      Files.write(file(), files.bytes(form));
      ThinFaults.assertFault(file(), fault);
    }
  }

  private Path file() {
    return folder.resolve("network.pth");
  }
}
