package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the packaged program from starting, or seems to. */
@EnabledOnOs(OS.LINUX)
class ProgramStartIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final String LIBRARIES = "natives-";
  private static final List<String> NONE = List.of();

  @TempDir private Path folder;

  @Test
  void aFolderThatLibrariesCantBeUnpackedToIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    ProgramProcess process = start(NONE, Map.of("STYLE_TRANSFER_CACHE", file.toString()));

    assertThat(process.exitCode()).isEqualTo(11);
    assertThat(process.err())
        .startsWith("style-transfer: The native libraries can't be unpacked to " + file)
        .endsWith(
            "Set the environment variable STYLE_TRANSFER_CACHE to a folder that can be written to."
                + System.lineSeparator());
    assertThat(process.err().lines()).hasSize(1);
    assertThat(process.out()).isEmpty();
  }

  @Test
  void aLibraryThatIsntWholeIsUnpackedAgain() throws Exception {
    Path cached = linkedLibraries();
    Path library = copy(cached.resolve("libgfortran.so.5"));
    long size = Files.size(library);
    try (RandomAccessFile half = new RandomAccessFile(library.toFile(), "rw")) {
      half.setLength(size / 2);
    }
    ProgramProcess process =
        start(List.of("-Dorg.bytedeco.javacpp.cachedir=" + cached.getParent()), Map.of());

    assertThat(process.exitCode()).isZero();
    assertThat(library).hasSize(size);
  }

  @Test
  void aSystemThatIsTooOldIsNamed() throws Exception {
    Path cached = linkedLibraries();
    Path library = copy(cached.resolve("libjniopenblas_nolapack.so"));
    Files.write(
        library,
        new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1)
            .replace("GLIBC_2.34", "GLIBC_9.99")
            .getBytes(StandardCharsets.ISO_8859_1));
    ProgramProcess process =
        start(List.of("-Dorg.bytedeco.javacpp.cachedir=" + cached.getParent()), Map.of());

    assertThat(process.exitCode()).isEqualTo(11);
    assertThat(process.err().lines()).hasSize(1);
    assertThat(process.err())
        .contains("style-transfer: The native libraries in " + cached + " can't be loaded: ")
        .contains("`GLIBC_9.99' not found")
        .contains("They need glibc 2.34 or newer and libstdc++");
  }

  @Test
  void aHeapTooSmallForTheImagesIsNamed() throws Exception {
    ProgramProcess process =
        start(
            List.of("-Xmx40m", "-Dorg.bytedeco.javacpp.cachedir=" + ProgramProcess.natives()),
            Map.of(),
            "--size=6000");

    assertThat(process.exitCode()).isEqualTo(6);
    assertThat(process.err().lines()).hasSize(1);
    assertThat(process.err()).startsWith("style-transfer: ").contains("memory", "smaller --size");
  }

  @Test
  void runsInALocaleWithoutUmlauts() throws Exception {
    ProgramProcess process = start(withNatives(), Map.of("LC_ALL", "C"));

    assertThat(process.exitCode()).isZero();
    assertThat(process.err()).isEmpty();
  }

  @Test
  void aNameThatTheLocaleCantExpressIsNamed() throws Exception {
    ProgramProcess process = shell("exec \"$@\" --content=\"$(printf '\\303\\266.jpg')\"");

    assertThat(process.exitCode()).isEqualTo(2);
    assertThat(process.err())
        .endsWith(
            "can't express --content=\u00f6.jpg. Set the environment variable LC_ALL to C.UTF-8 and"
                + " start again."
                + System.lineSeparator());
    assertThat(process.err().lines()).hasSize(1);
  }

  @Test
  void aWorkingDirectoryThatTheLocaleCantExpressIsNamed() throws Exception {
    ProgramProcess process =
        shell("d=$(printf '\\303\\266') && mkdir \"$d\" && cd \"$d\" && exec \"$@\" styles");

    assertThat(process.exitCode()).isEqualTo(2);
    assertThat(process.err().lines()).hasSize(1);
    assertThat(process.err())
        .contains("can't express the working directory's name ")
        .contains("/\u00f6. Set the environment variable LC_ALL to C.UTF-8");
  }

  private ProgramProcess shell(String script) throws IOException {
    return ProgramProcess.start(
        folder,
        Map.of("LC_ALL", "C"),
        List.of("sh", "-c", script, "sh", ProgramProcess.java(), "-jar", ProgramProcess.jar()));
  }

  private ProgramProcess start(
      List<String> javaOptions, Map<String, String> environment, String... more)
      throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(Program.goldenArgs(GOLDEN, "--iterations=1", "--quiet", "--output=o.jpg")));
    args.addAll(List.of(more));
    return ProgramProcess.start(folder, javaOptions, environment, args);
  }

  private static List<String> withNatives() {
    return List.of("-Dorg.bytedeco.javacpp.cachedir=" + ProgramProcess.natives());
  }

  /** A folder of the test's own with links to the libraries, which are unpacked already. */
  private Path linkedLibraries() throws Exception {
    assertThat(start(withNatives(), Map.of()).exitCode()).isZero();
    try (Stream<Path> all = Files.list(ProgramProcess.natives())) {
      Path newest =
          all.filter(build -> build.getFileName().toString().startsWith(LIBRARIES))
              .max(Comparator.comparing(build -> build.toFile().lastModified()))
              .orElseThrow();
      Path linked = Files.createDirectories(folder.resolve("cache").resolve(newest.getFileName()));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(newest, "lib*")) {
        for (Path file : files) {
          Files.createSymbolicLink(linked.resolve(file.getFileName()), file);
        }
      }
      return linked;
    }
  }

  private static Path copy(Path link) throws IOException {
    Path file = link.toRealPath();
    Files.delete(link);
    return Files.copy(file, link);
  }
}
