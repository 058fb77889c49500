package io.github.styletransfer.engine.natives;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.natives.NativeLibraryException.Reason;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryExceptionTest {
  private static final Path FOLDER = Path.of("natives");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libopenblas.so.0: failed to map segment from shared object | NOT_EXECUTABLE",
        "libc.so.6: version `GLIBC_2.34' not found (required by libdnnl.so.3) | SYSTEM",
        "libstdc++.so.6: cannot open shared object file: No such file or directory | SYSTEM",
        "Error loading shared library ld-linux-x86-64.so.2: No such file or directory | SYSTEM",
        "Error relocating libnd4jcpu.so: __strtod_internal: symbol not found | SYSTEM",
        "java.io.IOException: No space left on device | ROOM",
        "file too short | UNKNOWN",
      })
  void theLoadersWordsTellWhatIsInTheWay(String words, Reason reason) {
    NativeLibraryException exception =
        NativeLibraryException.ofLoading(FOLDER, words, new UnsatisfiedLinkError());

    assertThat(exception.reason()).isEqualTo(reason);
    assertThat(exception).hasMessage("The native libraries in natives can't be loaded: " + words);
  }

  @Test
  void aFullDiskLacksWhatIsStillToCome() {
    NativeLibraryException exception =
        NativeLibraryException.ofUnpacking(
            FOLDER,
            374_000_000,
            new FileSystemException("natives/a", null, "No space left on device"));

    assertThat(exception.reason()).isEqualTo(Reason.ROOM);
    assertThat(exception)
        .hasMessage(
            "The native libraries can't be unpacked to natives: No space left on device, and 374 MB"
                + " more are needed");
  }

  @Test
  void missingPermissionIsOfTheFolder() {
    NativeLibraryException exception =
        NativeLibraryException.ofUnpacking(FOLDER, 0, new AccessDeniedException("natives"));

    assertThat(exception.reason()).isEqualTo(Reason.FOLDER);
    assertThat(exception).hasMessageEndingWith(": there is no permission to write to natives");
  }
}
