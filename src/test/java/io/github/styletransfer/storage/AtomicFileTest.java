package io.github.styletransfer.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private final Path folder;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesANewFile() throws IOException {
    Path file = folder.resolve("o.txt");

    AtomicFile.write(file, out -> out.write(new byte[] {1, 2}));

    assertThat(file).hasBinaryContent(new byte[] {1, 2});
    assertThat(names()).containsExactly("o.txt");
  }

  @Test
  void showsTheOldFileUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("o.txt"), "old");
    List<String> during = new ArrayList<>();

    AtomicFile.write(
        file,
        out -> {
          out.write('n');
          out.flush();
          during.add(Files.readString(file));
          during.addAll(names());
        });

    assertThat(file).hasContent("n");
    assertThat(during)
        .containsExactlyInAnyOrder(
            "old", "o.txt", ".o.txt." + ProcessHandle.current().pid() + ".tmp");
  }

  @Test
  void keepsTheOldFileWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("o.txt"), "old");

    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("disk full");
                    }))
        .withMessage("disk full");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("o.txt");
  }

  @Test
  void leavesNothingWhenTheTargetIsAFolder() throws IOException {
    Path target = folder.resolve("o.txt");
    Files.createDirectories(target.resolve("inside"));

    assertThatIOException().isThrownBy(() -> AtomicFile.write(target, out -> out.write(1)));

    assertThat(names()).containsExactly("o.txt");
    assertThat(target.resolve("inside")).isDirectory();
  }

  @Test
  void overwritesATemporaryFileThatAKilledRunLeft() throws IOException {
    Files.writeString(
        folder.resolve(".o.txt." + ProcessHandle.current().pid() + ".tmp"), "long leftover");

    AtomicFile.write(folder.resolve("o.txt"), out -> out.write('n'));

    assertThat(folder.resolve("o.txt")).hasContent("n");
    assertThat(names()).containsExactly("o.txt");
  }

  @Test
  void writesToTheFileThatALinkLeadsTo() throws IOException {
    Path store = Files.createDirectories(folder.resolve("store"));
    Path link = Files.createSymbolicLink(folder.resolve("o.txt"), Path.of("store/real"));
    List<String> beside = new ArrayList<>();

    AtomicFile.write(
        link,
        out -> {
          out.write('n');
          beside.addAll(names(store));
        });

    assertThat(link).isSymbolicLink();
    assertThat(store.resolve("real")).hasContent("n");
    assertThat(beside).containsExactly(".real." + ProcessHandle.current().pid() + ".tmp");
    assertThat(names(store)).containsExactly("real");
  }

  @Test
  void saysThatLinksLeadToEachOther() throws IOException {
    Path link = folder.resolve("a");
    Files.createSymbolicLink(link, Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(link, out -> out.write('n')))
        .isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void writesFilesOfTheLongestNames() throws IOException {
    Path file = folder.resolve("n".repeat(255));

    AtomicFile.write(file, out -> out.write('n'));

    assertThat(file).hasContent("n");
    assertThat(names(folder)).hasSize(1);
  }

  private List<String> names() throws IOException {
    return names(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
