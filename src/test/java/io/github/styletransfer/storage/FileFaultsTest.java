package io.github.styletransfer.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultsTest {
  @TempDir private Path folder;

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("/a"), "no such file or folder"),
        Arguments.of(new AccessDeniedException("/a"), "permission denied"),
        Arguments.of(new FileAlreadyExistsException("/a"), "a file is in the way"),
        Arguments.of(
            new FileSystemException("/a", null, "No space left on device"),
            "no space left on device"),
        Arguments.of(
            new FileSystemException("/a", "/b", "Read-only file system"), "read-only file system"),
        Arguments.of(new FileSystemException("/a"), "the system gives no reason"),
        Arguments.of(new MalformedInputException(1), "it isn't text in UTF-8"),
        Arguments.of(new EOFException(), "it ends too early"),
        Arguments.of(
            new FileNotFoundException("/a (b)/c (No such file or directory)"),
            "no such file or folder"),
        Arguments.of(new IOException("Input/output error"), "Input/output error"),
        Arguments.of(
            new UncheckedIOException(new AccessDeniedException("/a")), "permission denied"),
        Arguments.of(new IOException(new NoSuchFileException("/a")), "no such file or folder"),
        Arguments.of(new IllegalStateException(), "the system gives no reason"),
        Arguments.of(
            new NoClassDefFoundError("Could not initialize class sun.awt.X11FontManager"),
            "Could not initialize class"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void areSaidInWords(Throwable fault, String words) {
    assertThat(FileFaults.inWords(fault)).isEqualTo(words);
  }

  @Test
  void ofTheSystemAreSaidInWords() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(reason(() -> Files.createDirectories(file.resolve("folder"))))
        .isEqualTo("a file is in the way");
    assertThat(reason(() -> Files.createFile(file.resolve("inside"))))
        .isEqualTo("a file is in the way");
    assertThat(reason(() -> Files.readAllBytes(folder))).isEqualTo("it is a folder");
  }

  private static String reason(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      return FileFaults.inWords(e);
    }
    throw new AssertionError("it can be done");
  }

  private interface Attempt {
    void run() throws IOException;
  }
}
