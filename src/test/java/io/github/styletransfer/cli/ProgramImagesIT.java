package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.image.CodedFiles;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.read.ImageReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where it needs native decoders and encoders: it brings them. */
class ProgramImagesIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  @TempDir private Path folder;

  @Test
  void readsThePhotosOfPhonesAndWritesWebp() throws Exception {
    Path photo = CodedFiles.copy("grid.heic", folder);

    ProgramProcess process =
        ProgramProcess.start(
            folder,
            List.of("-Dorg.bytedeco.javacpp.cachedir=" + ProgramProcess.natives()),
            Map.of(),
            List.of(
                "--content=" + photo,
                "--style=" + GOLDEN.file("style.png"),
                "--output=o.webp",
                "--method=patches",
                "--checkpoints=1",
                "--size=50",
                "--quiet"));

    assertThat(process.err()).isEmpty();
    assertThat(process.exitCode()).isZero();
    assertThat(new ImageReader().size(folder.resolve("output/o.webp")))
        .isEqualTo(new ImageSize(/* width= */ 50, /* height= */ 45));
  }
}
