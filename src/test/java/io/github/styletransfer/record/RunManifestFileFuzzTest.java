package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a run.json holds, it is read as it will be written again, or refused. */
@Timeout(10)
class RunManifestFileFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of(
            """
            {"status":"finished","started":"2026-11-23T10:15:30.25Z","seconds":12.5,
             "options":{"style-weight":"500.0"},
             "inputs":{"content image":{"file":"/c.jpg","sha256":"00ff"}},
             "environment":{"java":"17"},"job":{"--seed":"7"},"evaluations":1,
             "seconds_per_iteration":0.25,"losses":{"total":1.0,"content":2.0,"style":3.0,"tv":4.0},
             "result":{"file":"/o.jpg","sha256":"ff00"},"files":["/o_0.jpg"],"missing":[]}
            """,
            "{\"status\":null}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("run.json"), content);
    RunManifest run;
    try {
      run = RunManifestFile.read(file);
    } catch (IOException e) {
      assertThat(e).hasMessageNotContaining("Exception");
      return;
    }
    RunManifestFile.write(file, run);
    assertThat(RunManifestFile.read(file)).isEqualTo(run);
  }
}
