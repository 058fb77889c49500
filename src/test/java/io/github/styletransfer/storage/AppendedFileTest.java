package io.github.styletransfer.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a disk of 64 KiB. */
class AppendedFileTest {
  private static final int DISK = 64 << 10;

  private FileSystem disk;
  private Path file;
  private Path ballast;

  @BeforeEach
  void makeDisk() {
    disk =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setBlockSize(1 << 10).setMaxSize(DISK).build());
    file = disk.getPath("/work/losses.csv");
    ballast = disk.getPath("/work/ballast");
  }

  @AfterEach
  void close() throws IOException {
    disk.close();
  }

  @Test
  void growsAtItsEnd() throws IOException {
    Files.write(file, new byte[100]);
    try (AppendedFile appended = new AppendedFile(file)) {
      assertThat(file).isEmptyFile();
      appended.append(new byte[] {1, 2});
      appended.append(new byte[] {3});
      assertThat(appended.flush()).isTrue();
      assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
      appended.append(new byte[] {4});
    }
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3, 4});
  }

  @Test
  void writesLaterWhatAFullDiskDoesNotTake() throws IOException {
    try (AppendedFile appended = new AppendedFile(file)) {
      Files.write(ballast, new byte[DISK]);
      byte[] expected = new byte[5000];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = (byte) i;
        appended.append(new byte[] {(byte) i});
        if (i % 1000 == 0) {
          assertThat(appended.flush()).isFalse();
        }
      }
      Files.delete(ballast);
      assertThat(appended.flush()).isTrue();
      assertThat(file).hasBinaryContent(expected);
    }
  }

  @Test
  void aFileThatStaysIncompleteIsAFailure() throws IOException {
    AppendedFile appended = new AppendedFile(file);
    Files.write(ballast, new byte[DISK]);
    appended.append(new byte[10]);

    assertThatIOException().isThrownBy(appended::close);
  }

  @Test
  void canBeginAgain() throws IOException {
    try (AppendedFile appended = new AppendedFile(file)) {
      appended.append(new byte[] {1, 2, 3});
      appended.flush();
      appended.append(new byte[] {4});
      appended.clear();
      appended.append(new byte[] {5});
    }
    assertThat(file).hasBinaryContent(new byte[] {5});
  }
}
