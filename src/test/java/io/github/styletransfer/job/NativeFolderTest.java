package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class NativeFolderTest {
  private static final String USER = "ada";

  private final Path temporary;
  private final Path cache;
  private final Path own;

  NativeFolderTest(@TempDir Path folder) throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    // As the superuser may write to any folder, a file stands for one that can't be written to.
    cache = Files.createFile(folder.resolve("file")).resolve("style-transfer");
    own = temporary.resolve("style-transfer-ada");
  }

  @Test
  void isTheCacheFolderIfThatCanBeMade() {
    Path fine = temporary.resolve("not/yet/there");
    assertThat(NativeFolder.of(fine, false, temporary, USER)).isEqualTo(fine);
    assertThat(fine).doesNotExist();
  }

  @Test
  void isATemporaryOneOtherwise() throws IOException {
    assertThat(NativeFolder.of(cache, false, temporary, USER)).isEqualTo(own);
    Files.createDirectory(
        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    assertThat(NativeFolder.of(cache, false, temporary, USER)).isEqualTo(own);
  }

  @Test
  void isNoneThatOthersCanPutLibrariesInto() throws IOException {
    Files.createDirectory(own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(NativeFolder.of(cache, false, temporary, USER)).isEqualTo(cache);
    Files.delete(own);
    Files.createSymbolicLink(own, temporary);
    assertThat(NativeFolder.of(cache, false, temporary, USER)).isEqualTo(cache);
  }

  @Test
  void isTheOneThatWasChosenInAnyCase() {
    assertThat(NativeFolder.of(cache, true, temporary, USER)).isEqualTo(cache);
  }
}
