package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import io.github.styletransfer.network.thin.ThinFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The command check as a person uses it. */
class CheckCommandTest extends ProgramFixture {
  @ParameterizedTest
  @EnumSource
  void takesAFileThatCanBeUsed(GoldenCase golden) throws IOException {
    Path file = golden.file("network.mat");
    program.run("check", file.toString());

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .matches(
            file
                + "\nSize: [0-9,]+ bytes\nMD5: [0-9a-f]{32}\nSHA-256: [0-9a-f]{64}\n"
                + "The file can be used: it is a VGG-19 network, but not one of the published"
                + " builds\\. It may have been re-saved, or made by another tool\\.\n")
        .contains(String.format(java.util.Locale.ROOT, "Size: %,d bytes", Files.size(file)));
  }

  @ParameterizedTest
  @EnumSource
  void takesAThinNetworkThatCanBeUsed(Form form) throws IOException {
    Path file = Files.write(folder.resolve("x.mat"), new ThinFiles(2).bytes(form));
    program.run("check", "x.mat");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out())
        .matches(
            file
                + "\nSize: [0-9,]+ bytes\nMD5: [0-9a-f]{32}\nSHA-256: [0-9a-f]{64}\n"
                + "The file can be used: it is a thin VGG-19, but not the published file\\. It may"
                + " have been re-saved, or made by another tool\\.\n");
  }

  @Test
  void saysWhatIsWrongWithAThinNetwork() throws IOException {
    Path file = folder.resolve("data/thin-vgg19.pth");
    program.run("check", "data/thin-vgg19.pth");
    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("style-transfer check: " + file + " does not exist. Download thin-vgg19.pth")
        .contains("with 'style-transfer fetch thin'");

    Files.createDirectories(folder.resolve("data"));
    byte[] whole = new ThinFiles(2).bytes(Form.SEQUENCE);
    Files.write(file, Arrays.copyOf(whole, whole.length - 100));
    program.run("check", "data/thin-vgg19.pth");
    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.out()).startsWith(file + "\nSize: ").doesNotContain("The file");
    assertThat(program.err())
        .startsWith("style-transfer check: " + file + " is an incomplete download");

    Files.writeString(file, "<html>Not found</html>");
    program.run("check", "data/thin-vgg19.pth");
    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err())
        .startsWith("style-transfer check: " + file + " is a web page (HTML), not the network's")
        .contains("PyTorch file. Download thin-vgg19.pth (4 MB) again");
  }

  @Test
  void looksAtTheProgramsOwnFileIfNoneIsNamed() throws IOException {
    Path file = folder.resolve("data/imagenet-vgg-verydeep-19.mat");
    program.run("check");
    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("style-transfer check: " + file + " does not exist. Download ")
        .contains("with 'style-transfer fetch'");

    Files.createDirectories(folder.resolve("data"));
    Files.copy(GoldenCase.ODD_AVG.file("network.mat"), file);
    program.run("check");
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).startsWith(file + "\nSize: ");
  }

  @Test
  void saysWhatElseAFileIs() throws IOException {
    Path file = Files.writeString(folder.resolve("x.mat"), "<html>Not found</html>");
    program.run("check", "x.mat");

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.out()).startsWith(file + "\nSize: 22 bytes\nMD5: ");
    assertThat(program.err())
        .startsWith(
            "style-transfer check: " + file + " is a web page (HTML), not the network's MATLAB 5");
  }

  @Test
  void saysThatAFileIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(GoldenCase.ODD_AVG.file("network.mat"));
    Path file = folder.resolve("cut.mat");
    Files.write(file, Arrays.copyOf(whole, whole.length - 100));
    program.run("check", "cut.mat");

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.err())
        .startsWith("style-transfer check: " + file + " is an incomplete download");
  }

  @Test
  void refusesAFolder() {
    program.run("check", ".");

    assertThat(program.exitCode()).isEqualTo(4);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains(" is a folder. Give the path of the file itself");
  }

  @ParameterizedTest
  @CsvSource({
    "8ee3263992981a1d26e73b3ca028a123, beta16",
    "b9b4a9eb1c2fb3b50e1ec1aca6f22342, beta17 and beta18",
    "49e623de543b207d57fab0f6eaf79a7e, beta19 to beta22",
    "106118b7cf60435e6d8e04f6a6dc3657, beta23 to today",
  })
  void knowsThePublishedBuilds(String md5, String releases) {
    assertThat(new NetworkFileReport(folder, PublishedNetwork.VGG19, 1, md5, "").verdict())
        .isEqualTo(
            "The file is complete. It is the build that MatConvNet published as " + releases + ".");
  }

  @Test
  void knowsThePublishedThinNetwork() {
    NetworkFileReport report =
        new NetworkFileReport(
            folder,
            PublishedNetwork.THIN,
            1,
            "",
            "9417c34d0d8d621bc6af78be745f1b8d30f5f210efa01e50655c60eb3770816b");
    assertThat(report.isPublished()).isTrue();
    assertThat(report.verdict())
        .isEqualTo("The file is complete. It is the thin VGG-19 as its authors published it.");
  }
}
