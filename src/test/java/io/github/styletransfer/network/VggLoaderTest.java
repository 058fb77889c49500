package io.github.styletransfer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

class VggLoaderTest {
  private static final String REMEDY =
      ". Download imagenet-vgg-verydeep-19.mat (535 MB) from vlfeat.org/matconvnet/pretrained and put"
          + " it at data/imagenet-vgg-verydeep-19.mat, or name it with --network.";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void readsEveryBuildCompressedOrNot(boolean old, boolean compressed) throws IOException {
    MatFiles files = new MatFiles();
    if (old) {
      files.oldBuild();
    }
    if (compressed) {
      files.compressed();
    }
    Vgg19 network = load(files.write(file()), KernelLayout.HW);

    assertThat(network.layerNames())
        .hasSize(37)
        .startsWith("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1")
        .endsWith("conv5_4", "relu5_4", "pool5");
    assertThat(network.meanPixel()).containsExactly(100, 110, 120);
    Random random = new Random(1);
    Layer.Convolution first = (Layer.Convolution) network.layers().get(0);
    assertThat(first.kernel().shape()).containsExactly(3, 3, 3, MatFiles.WIDTH);
    for (int output = 0; output < MatFiles.WIDTH; output++) {
      for (int input = 0; input < 3; input++) {
        for (int column = 0; column < 3; column++) {
          for (int row = 0; row < 3; row++) {
            assertThat(first.kernel().getFloat(row, column, input, output))
                .isEqualTo((float) random.nextGaussian());
          }
        }
      }
    }
    assertThat(first.bias().shape()).containsExactly(MatFiles.WIDTH);
  }

  @Test
  void widthFirstKernelsAreTheTransposedOnes() throws IOException {
    Path file = new MatFiles().write(file());
    Vgg19 asTrained = load(file, KernelLayout.HW);
    Vgg19 asTheOriginal = load(file, KernelLayout.WH);

    for (int i = 0; i < asTrained.layers().size(); i++) {
      if (asTrained.layers().get(i) instanceof Layer.Convolution trained) {
        INDArray transposed = trained.kernel().permute(1, 0, 2, 3);
        assertThat(((Layer.Convolution) asTheOriginal.layers().get(i)).kernel())
            .isEqualTo(transposed);
      }
    }
  }

  @Test
  void channelCountsComeFromTheFile() throws IOException {
    Vgg19 network = load(GoldenCase.EVEN_MAX.file("network.mat"), KernelLayout.WH);
    Layer.Convolution last = (Layer.Convolution) network.layers().get(34);
    assertThat(last.name()).isEqualTo("conv5_4");
    assertThat(last.kernel().size(3)).isEqualTo(last.bias().length());
  }

  @Test
  void saysWhatAFileThatIsNoNetworkIs() throws IOException {
    assertFault("does not exist");
    Files.writeString(file(), "");
    assertFault("is empty");
    Files.writeString(file(), "\n<!DOCTYPE html><html><title>404</title></html>");
    assertFault("is a web page or XML text, not a network: a download that went wrong");
    Files.writeString(
        file(), "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 534904783\n");
    assertFault("is a Git LFS pointer, not the network itself");
    Files.writeString(file(), "MATLAB 7.3 MAT-file, Platform: GLNXA64" + " ".repeat(512));
    assertFault(
        "is a MATLAB 7.3 (HDF5) file; the original is MATLAB 5. In MATLAB, save -v7 writes that");
    Files.write(file(), "\u0089HDF\r\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFault(
        "is a MATLAB 7.3 (HDF5) file; the original is MATLAB 5. In MATLAB, save -v7 writes that");
    Files.writeString(file(), "PK\u0003\u0004 archive/data.pkl");
    assertFault("is a ZIP archive (PyTorch's .pth files are such), not a MATLAB 5 file");
    Files.write(file(), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertFault("is compressed with gzip: unpack it");
    Files.writeString(file(), "short");
    assertFault("has only 5 bytes");
    Files.write(file(), new byte[4096]);
    assertFault("is not a MATLAB 5 file");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> load(folder, KernelLayout.WH))
        .isInstanceOf(NetworkFileException.class)
        .hasMessage("The network file " + folder + " is a folder" + REMEDY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recognisesADownloadThatWasCutShort(boolean compressed) throws IOException {
    MatFiles files = new MatFiles();
    byte[] whole = Files.readAllBytes((compressed ? files.compressed() : files).write(file()));
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
    assertFault(
        "is cut short: it has %,d bytes of %,d or more".formatted(whole.length - 1, whole.length));
    for (int length : new int[] {129, 135, 136, 500, whole.length / 2}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> load(file(), KernelLayout.WH))
          .isInstanceOf(NetworkFileException.class)
          .hasMessageContaining(" is cut short: it has ");
    }
  }

  @Test
  void recognisesVgg16() throws IOException {
    new MatFiles().vgg16().write(file());
    assertFault("is VGG-16 (it has no layer conv3_4), but VGG-19 is needed");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void refusesWeightsThatAreNoNumbers(float weight) throws IOException {
    new MatFiles().firstWeight(weight).write(file());
    assertFault("has a value that is no number (" + weight + ") in the kernel of conv1_1");
  }

  @Test
  void refusesOtherMatFiles() throws IOException {
    Matrix matrix = Mat5.newScalar(3);
    new MatFiles().write(Mat5.newMatFile().addArray("x", matrix), file());
    assertFault(
        "has neither a variable 'normalization' nor 'meta', one of which holds the mean pixel");
    var pixel = Mat5.newMatrix(1, 3);
    var meta = Mat5.newStruct().set("normalization", Mat5.newStruct().set("averageImage", pixel));
    new MatFiles().write(Mat5.newMatFile().addArray("meta", meta), file());
    assertFault("has no cell array 'layers': it is some other MATLAB file");
    new MatFiles()
        .write(
            Mat5.newMatFile().addArray("meta", meta).addArray("layers", Mat5.newCell(1, 0)),
            file());
    assertFault("has only 0 layers; VGG-19 has 37 up to pool5");
    new MatFiles()
        .write(
            Mat5.newMatFile()
                .addArray("meta", meta)
                .addArray("layers", Mat5.newCell(1, 1).set(0, matrix)),
            file());
    assertFault("has double data instead of a Struct as the layer where conv1_1 should be");
  }

  /** Whatever is wrong with a file's bytes, there is one exception, soon. */
  @Test
  void survivesDamagedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(new MatFiles().write(file()));
    byte[] packed = Files.readAllBytes(new MatFiles().compressed().write(file()));
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = (i % 2 == 0 ? whole : packed).clone();
      for (int change = 0; change <= i % 3; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file(), bytes);
      Throwable thrown = catchThrowable(() -> load(file(), KernelLayout.WH));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(NetworkFileException.class);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private Path file() {
    return folder.resolve("network.mat");
  }

  private static Vgg19 load(Path file, KernelLayout layout) throws NetworkFileException {
    return new VggLoader().load(file, layout);
  }

  private void assertFault(String what) {
    assertThatThrownBy(() -> load(file(), KernelLayout.WH))
        .isInstanceOf(NetworkFileException.class)
        .hasMessage("The network file " + file() + " " + what + REMEDY);
  }
}
