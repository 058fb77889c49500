package io.github.styletransfer.network;

import static io.github.styletransfer.network.PublishedNetwork.THIN;
import static io.github.styletransfer.network.PublishedNetwork.VGG19;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.network.pytorch.WeightsWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedNetworkTest {
  private static final List<String> NAMES = List.of("x", "x.mat", "x.pth");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void pytorchFilesOfAnyName(Form form) throws IOException {
    byte[] whole = new WeightsWriter().tensor("w", new float[1000], 1000).bytes(form);
    for (String name : NAMES) {
      assertThat(PublishedNetwork.ofFile(write(name, whole))).isEqualTo(THIN);
      assertThat(PublishedNetwork.ofFile(write(name, Arrays.copyOf(whole, 100)))).isEqualTo(THIN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void matlabFilesOfAnyName(GoldenCase golden) throws IOException {
    for (String name : NAMES) {
      byte[] content = Files.readAllBytes(golden.file("network.mat"));
      assertThat(PublishedNetwork.ofFile(write(name, content))).isEqualTo(VGG19);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "\u0080",
        "\u0080\u0000",
        "\u0080\u0006",
        "/data.pkl",
        "<html>Not found</html>",
        "version https://git-lfs.github.com/spec/v1",
      })
  void otherFilesByTheirName(String content) throws IOException {
    assertByName(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void archivesOfOtherThingsByTheirName() throws IOException {
    assertByName(WeightsWriter.zip(Map.of("imagenet-vgg-verydeep-19.mat", new byte[9]), true));
  }

  private void assertByName(byte[] content) throws IOException {
    assertThat(PublishedNetwork.ofFile(write("x", content))).isEqualTo(VGG19);
    assertThat(PublishedNetwork.ofFile(write("x.mat", content))).isEqualTo(VGG19);
    assertThat(PublishedNetwork.ofFile(write("x.pth", content))).isEqualTo(THIN);
  }

  @ParameterizedTest
  @CsvSource({"x, VGG19", "pth, VGG19", "x.pth.mat, VGG19", "x.pt, THIN", "X.PTH, THIN"})
  void missingFilesByTheirName(String name, PublishedNetwork network) {
    assertThat(PublishedNetwork.ofFile(folder.resolve(name))).isEqualTo(network);
  }

  @Test
  void foldersByTheirName() throws IOException {
    assertThat(PublishedNetwork.ofFile(Path.of("/"))).isEqualTo(VGG19);
    Path named = Files.createDirectory(folder.resolve("x.pth"));
    assertThat(PublishedNetwork.ofFile(named)).isEqualTo(THIN);
  }

  @Test
  @Timeout(60)
  void pipesAreNotReadFrom() throws IOException, InterruptedException {
    Path pipe = folder.resolve("x.pt");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(PublishedNetwork.ofFile(pipe)).isEqualTo(THIN);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
