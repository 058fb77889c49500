package io.github.styletransfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The images that a fresh clone has to offer. */
class SampleImagesTest {
  private static final Path INPUT = Path.of("input");
  private static final List<String> NAMES =
      List.of(
          "content/skyline.jpg",
          "content/lake.jpg",
          "content/still-life.jpg",
          "style/swirls.jpg",
          "style/mosaic.jpg",
          "style/ink.jpg",
          "style/bands.jpg");

  @Test
  void areThereInAHandySize() throws IOException {
    for (String name : NAMES) {
      BufferedImage image = ImageIO.read(INPUT.resolve(name).toFile());

      assertThat(image.getWidth()).as(name).isBetween(600, 1000);
      assertThat(image.getHeight()).as(name).isBetween(600, 1000);
    }
  }

  @Test
  void makeACloneLittleLarger() throws IOException {
    long bytes = 0;
    for (String name : NAMES) {
      bytes += Files.size(INPUT.resolve(name));
    }

    assertThat(bytes).isLessThan(900_000);
  }
}
