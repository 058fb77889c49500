package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.storage.FileLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadLockTest {
  @TempDir private Path folder;
  private Download download;
  private Path file;

  @BeforeEach
  void setUp() {
    download = download(folder.resolve("f.mat"));
    file = folder.resolve("f.mat.part.lock");
  }

  @Test
  void isHadByOneAtATimeAndLeavesNothing() throws IOException {
    FileLock lock = DownloadLock.of(download);
    assertThat(file).exists();
    assertThatThrownBy(() -> DownloadLock.of(download))
        .extracting("reason")
        .isEqualTo(Reason.LOCKED);

    lock.close();
    assertThat(file).doesNotExist();
    DownloadLock.of(download).close();
  }

  @Test
  void isHadByOneProcessAtATime() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                download.target().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> DownloadLock.of(download))
          .hasMessage("Another process is downloading %s", download.target());
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(file).exists();
    DownloadLock.of(download).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void isHadDespiteAFileThatAKilledProcessLeft() throws IOException {
    Files.writeString(file, "the sign of a process that was killed, or whatever");
    DownloadLock.of(download).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void saysThatTheFolderCannotBeWrittenTo() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> DownloadLock.of(download))
        .hasMessageStartingWith("The folder " + folder + " can't be written to (")
        .extracting("reason")
        .isEqualTo(Reason.STORAGE);
  }

  private static Download download(Path target) {
    return new Download(URI.create("http://h/f"), target, OptionalLong.empty(), "00".repeat(32));
  }

  /** A process that takes the lock for the file named and keeps it until it is killed. */
  static final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws Exception {
      FileLock lock = DownloadLock.of(download(Path.of(args[0])));
      System.out.println("locked");
      new CountDownLatch(1).await();
      lock.close();
    }
  }
}
