package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.write.Chroma;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputChoice;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.timelapse.Timelapse;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** On a disk of 20 MB. */
class DiskRoomTest {
  private static final int SIDE = 512;
  private static final ImageSize RESULT = new ImageSize(SIDE, SIDE);

  /** The image and two moments, in floats. */
  private static final long ADAMS_STATE = 3L * SIDE * SIDE * 3 * Float.BYTES;

  @Test
  void refusesARunWhoseFilesWouldNotFit() throws IOException {
    try (FileSystem disk =
        Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(20_000_000).build())) {
      OutputFiles files = new OutputFiles(folder(disk).resolve("o.jpg"), folder(disk));

      assertThatCode(
              () ->
                  DiskRoom.require(
                      files, DiskRoom.need(files, OutputChoice.DEFAULT, RESULT, 1000, 0, 0, 0)))
          .doesNotThrowAnyException();
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(
              () ->
                  DiskRoom.require(
                      files, DiskRoom.need(files, OutputChoice.DEFAULT, RESULT, 1000, 50, 0, 0)))
          .withMessageMatching(
              "The run may write \\d+ MB, but the disk of /work/o has only \\d+ MB free: free some"
                  + " space, choose another folder with --output, or pass fewer --checkpoints or"
                  + " --save-state-every 0\\.")
          .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.OUTPUT));
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(
              () ->
                  DiskRoom.require(
                      files,
                      DiskRoom.need(files, OutputChoice.DEFAULT, RESULT, 1000, 0, ADAMS_STATE, 0)));
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(
              () ->
                  DiskRoom.require(
                      files,
                      DiskRoom.need(
                          files,
                          OutputChoice.DEFAULT,
                          RESULT,
                          1000,
                          0,
                          0,
                          Timelapse.bytes(RESULT))));
    }
  }

  @Test
  void sixteenBitsAndOpacityTakeMoreRoom() {
    OutputChoice deep = new OutputChoice(95, Chroma.FULL, OutputChoice.DEEP, false, true, false);

    assertThat(DiskRoom.ofResult(Path.of("o.png"), deep, RESULT))
        .isCloseTo(
            DiskRoom.ofResult(Path.of("o.png"), OutputChoice.DEFAULT, RESULT) * 8 / 3, within(8L));
  }

  private static Path folder(FileSystem disk) throws IOException {
    return Files.createDirectories(disk.getPath("/work/o"));
  }
}
