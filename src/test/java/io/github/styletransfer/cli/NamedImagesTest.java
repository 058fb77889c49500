package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photo and painting without options, and results that nobody names. */
class NamedImagesTest extends ProgramFixture {
  @BeforeEach
  void makeImages() throws IOException {
    Files.createDirectories(folder.resolve("input/style"));
    for (String name : new String[] {"photo.png", "input/style/sea.png", "hills.v2.png", "fetch"}) {
      write(folder.resolve(name));
    }
  }

  private static void write(Path file) throws IOException {
    byte[] samples = new byte[40 * 30 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i * 7);
    }
    Path image = file.resolveSibling(file.getFileName() + ".made.png");
    new ImageWriter().write(new RgbImage(40, 30, samples), image);
    Files.move(image, file);
  }

  @ParameterizedTest
  @CsvSource({
    "photo.png sea.png, photo-sea.jpg",
    "photo.png hills.v2.png, photo-hills.v2.jpg",
    "photo.png --style sea.png, photo-sea.jpg",
    "--style sea.png photo.png, photo-sea.jpg",
    "-c photo.png sea.png, photo-sea.jpg",
    "--size 40 photo.png sea.png, photo-sea.jpg",
    "'photo.png sea.png,hills.v2.png:2', photo-sea+hills.v2.jpg",
    "--depth 16 photo.png sea.png, photo-sea.png",
    "photo.png sea.png --alpha keep, photo-sea.png",
    "./fetch sea.png, fetch-sea.jpg",
  })
  void nameTheResult(String line, String name) throws IOException, UserException {
    assertThat(job(line).files().result()).isEqualTo(folder.resolve("output").resolve(name));
  }

  @Test
  void yieldToOptions() throws IOException, UserException {
    TransferJob job = job("-o mine.png --content photo.png sea.png");

    assertThat(job.files().result()).isEqualTo(folder.resolve("output/mine.png"));
    assertThat(job.content().file()).isEqualTo(folder.resolve("photo.png"));
    assertThat(job.paintings().get(0).file().file())
        .isEqualTo(folder.resolve("input/style/sea.png"));
  }

  @Test
  void winOverConfigurationFiles() throws IOException {
    Files.writeString(
        folder.resolve(".style-transfer.properties"),
        "content=none.png\nstyle=none.png\nsize=24\n");
    program.run("photo.png", "sea.png", "--checkpoints=0");

    assertThat(program.err()).isEmpty();
    assertThat(program.exitCode()).isZero();
    assertThat(program.out()).isEqualTo(folder.resolve("output/photo-sea.jpg") + "\n");
    assertThat(folder.resolve("output/photo-sea.jpg")).isRegularFile();
  }

  private TransferJob job(String line) throws IOException, UserException {
    return program.job(line.split(" "));
  }
}
