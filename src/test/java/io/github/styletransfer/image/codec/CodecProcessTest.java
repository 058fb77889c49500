package io.github.styletransfer.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.styletransfer.image.CodedFiles;
import io.github.styletransfer.image.codec.CodecException.Reason;
import io.github.styletransfer.image.container.HeifFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the process that decodes, this one gets an exception that says it. */
class CodecProcessTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path file;
  private final List<CodedImage> tiles;

  CodecProcessTest(@TempDir Path folder) throws IOException {
    this.file = CodedFiles.copy("grid.heic", folder);
    this.tiles = HeifFile.picture(file).colors().tiles();
  }

  private CodecProcess start(List<CodedImage> images, Duration patience) throws CodecException {
    return CodecProcess.start(file, images, 10_000, patience);
  }

  private static void assertEnds(CodecProcess process, Reason reason) {
    assertThatExceptionOfType(CodecException.class)
        .isThrownBy(
            () -> {
              while (true) {
                CodedFrame frame = process.next();
                short[] row = new short[frame.width() * frame.channels()];
                for (int y = 0; y < frame.height(); y++) {
                  process.row(row);
                }
              }
            })
        .extracting(CodecException::reason, type(Reason.class))
        .isEqualTo(reason);
  }

  @Test
  void tilesComeOneAfterAnother() throws IOException {
    try (CodecProcess process = start(tiles, PATIENCE)) {
      for (CodedImage ignored : tiles) {
        CodedFrame frame = process.next();
        assertThat(frame.width()).isEqualTo(64);
        short[] row = new short[frame.width() * frame.channels()];
        for (int y = 0; y < frame.height(); y++) {
          process.row(row);
        }
      }
      assertEnds(process, Reason.CRASH);
    }
  }

  @Test
  void killed() throws IOException {
    Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
    try (CodecProcess process = start(tiles, PATIENCE)) {
      ProcessHandle.current()
          .children()
          .filter(child -> !before.contains(child))
          .forEach(ProcessHandle::destroyForcibly);

      assertEnds(process, Reason.CRASH);
    }
  }

  @Test
  void late() throws IOException {
    try (CodecProcess process = start(tiles, Duration.ZERO)) {
      assertEnds(process, Reason.TIME);
    }
  }

  @Test
  void damaged() throws IOException {
    CodedImage wrong =
        new CodedImage(
            Codec.HEVC, Optional.empty(), List.of(new ByteRange(0, 200)), Optional.empty());
    try (CodecProcess process = start(List.of(wrong), PATIENCE)) {
      assertEnds(process, Reason.DAMAGED);
    }
  }

  @Test
  void largerThanAllowed() throws IOException {
    try (CodecProcess process = CodecProcess.start(file, tiles, 1000, PATIENCE)) {
      assertEnds(process, Reason.MEMORY);
    }
  }

  @Test
  void fileThatIsGone() throws IOException {
    Files.delete(file);
    try (CodecProcess process = start(tiles, PATIENCE)) {
      assertEnds(process, Reason.CRASH);
    }
  }
}
