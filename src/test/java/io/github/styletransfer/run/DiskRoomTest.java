package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.InitialImage;
import io.github.styletransfer.transfer.Stages;
import io.github.styletransfer.transfer.TransferSettings;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a disk of 20 MB. */
class DiskRoomTest {
  private static final int SIDE = 512;
  private static final RgbImage IMAGE = new RgbImage(SIDE, SIDE, new byte[SIDE * SIDE * 3]);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void refusesARunWhoseFilesWouldNotFit() throws IOException {
    try (FileSystem disk =
        Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(20_000_000).build())) {
      OutputFiles files = new OutputFiles(folder(disk).resolve("o.jpg"), folder(disk));

      assertThatCode(() -> DiskRoom.require(files, IMAGE, settings(0), Duration.ZERO))
          .doesNotThrowAnyException();
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> DiskRoom.require(files, IMAGE, settings(50), Duration.ZERO))
          .withMessageMatching(
              "The run may write \\d+ MB, but the disk of /work/o has only \\d+ MB free: free some,"
                  + " choose another folder with --output, or pass fewer --checkpoints or"
                  + " --save-state-every 0\\.")
          .satisfies(
              e ->
                  org.assertj.core.api.Assertions.assertThat(e.exitCode())
                      .isEqualTo(ExitCode.OUTPUT));
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> DiskRoom.require(files, IMAGE, settings(0), MINUTE));
    }
  }

  private static Path folder(FileSystem disk) throws IOException {
    return Files.createDirectories(disk.getPath("/work/o"));
  }

  private static TransferSettings settings(int checkpoints) {
    return new TransferSettings(
        new LossSettings(1, 1, 1, List.of(), List.of()),
        new AdamSettings(1, 0.9, 0.99, 1e-8),
        new InitialImage.Content(),
        false,
        new Stages(1000, 1),
        new Checkpoints(checkpoints),
        Optional.empty());
  }
}
