package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifest.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunManifestFileTest {
  private static final RunManifest FINISHED =
      new RunManifest(
          Status.FINISHED,
          Instant.parse("2026-11-23T10:15:30.25Z"),
          12.5,
          Map.of("style-weight", "500.0"),
          Map.of("content image", new HashedFile(Path.of("/in/c \u00e4.jpg"), "00ff")),
          Map.of("java", "17"),
          Map.of("--style-weight", "500.0"),
          100,
          0.25,
          Optional.of(NetworkLosses.of(10.5, 1.25, 8.5, 0.75)),
          Optional.of(new HashedFile(Path.of("/out/o.jpg"), "ff00")),
          List.of(Path.of("/out/o_0.jpg")),
          List.of());

  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    RunManifest running =
        new RunManifest(
            Status.RUNNING,
            FINISHED.started(),
            0,
            FINISHED.options(),
            FINISHED.inputs(),
            FINISHED.environment(),
            FINISHED.job(),
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(Path.of("/out/o_0.jpg")));
    for (RunManifest run : List.of(FINISHED, running)) {
      Path file = folder.resolve("run.json");
      RunManifestFile.write(file, run);
      assertThat(RunManifestFile.read(file)).isEqualTo(run);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status", "started", "seconds", "options", "inputs", "job", "files", "missing"})
  void refusesARecordThatLacksAPart(String key) throws IOException {
    Path file = folder.resolve("run.json");
    RunManifestFile.write(file, FINISHED);
    Files.writeString(file, Files.readString(file).replace("\"" + key + "\"", "\"other\""));

    assertThatIOException()
        .isThrownBy(() -> RunManifestFile.read(file))
        .withMessage("it isn't a run.json of this program");
  }

  @Test
  void refusesDeepNestingAndLongFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(500_000));
    assertThatIOException().isThrownBy(() -> RunManifestFile.read(file));
    Path longFile = Files.writeString(folder.resolve("long.json"), " ".repeat(2_000_000));
    assertThatIOException()
        .isThrownBy(() -> RunManifestFile.read(longFile))
        .withMessage("it is too long for a run.json");
  }
}
