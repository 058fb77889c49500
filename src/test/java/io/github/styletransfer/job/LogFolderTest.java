package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run's records go. */
class LogFolderTest {
  @TempDir private Path folder;

  @BeforeEach
  void followLinks() throws IOException {
    folder = folder.toRealPath();
  }

  @ParameterizedTest
  @CsvSource({
    "o.png, logs/o.png",
    "o.jpg, logs/o.jpg",
    "output/o.png, logs/o.png",
    "output/A/o.png, logs/A/o.png",
    "output/A/../o.png, logs/o.png",
    "o.v2.png, logs/o.v2.png"
  })
  void recordsOfTheOutputFolderMirrorIt(String output, String logs) throws UserException {
    assertThat(OutputFiles.of(folder, output, null).logDirectory()).isEqualTo(folder.resolve(logs));
  }

  @Test
  void everyResultHasALogFolderOfItsOwn() throws UserException {
    Set<Path> folders = new HashSet<>();
    List<String> results =
        List.of(
            "x.png",
            "x.jpg",
            "x.tif",
            "./x.png",
            "A/x.png",
            "B/x.png",
            "A/B/x.png",
            "C/B/x.png",
            "output/A/x.png",
            "../x.png",
            "/x.png",
            "output/output/x.png",
            "logs/x.png");
    for (String result : results) {
      folders.add(OutputFiles.of(folder, result, null).logDirectory());
    }

    assertThat(folders).hasSameSizeAs(results).allMatch(some -> some.startsWith(folder));
  }

  @Test
  void twoPathsToOneFolderShareTheLogFolder() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("link"), real);
    Files.createSymbolicLink(folder.resolve("output"), Files.createDirectory(real.resolve("out")));

    assertThat(OutputFiles.of(folder, "link/o.png", null).logDirectory())
        .isEqualTo(OutputFiles.of(folder, "real/o.png", null).logDirectory());
    assertThat(OutputFiles.of(folder, "real/out/o.png", null).logDirectory())
        .isEqualTo(folder.resolve("logs/o.png"));
  }
}
