package io.github.styletransfer.engine.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.styletransfer.engine.natives.NativeLibraryException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class UnpackedLibrariesTest {
  private static final String ND4J = "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn/";
  private static final String BYTEDECO = "org/bytedeco/";
  private static final String OPENBLAS = "libopenblas.so.0";
  private static final String PLATFORM = "linux-x86_64";

  private final Path jar;
  private final Path base;

  UnpackedLibrariesTest(@TempDir Path folder) {
    jar = folder.resolve("program.jar");
    base = folder.resolve("cache");
  }

  @BeforeEach
  void makeJar() throws IOException {
    makeJar(
        ND4J + "libnd4jcpu.so",
        ND4J + "libgomp.so.1",
        BYTEDECO + "openblas/linux-x86_64/" + OPENBLAS,
        BYTEDECO + "openblas/linux-x86_64/libgcc_s.so.1",
        BYTEDECO + "openblas/linux-arm64/libopenblas.so.0",
        BYTEDECO + "openblas/linux-x86_64/cblas.h",
        BYTEDECO + "dnnl/linux-x86_64/libdnnl.so.3",
        BYTEDECO + "dnnl/linux-x86_64/libgomp.so.1",
        BYTEDECO + "dnnl/windows-x86_64/dnnl.dll",
        "com/sun/jna/linux-x86_64/libjnidispatch.so");
  }

  @Test
  void whatThePlatformNeedsIsUnpacked() throws Exception {
    Path folder = unpack(true);

    assertThat(folder).hasParentRaw(base);
    assertThat(names(folder))
        .containsExactly(
            "libdnnl.so.3", "libgomp.so.1", "libnd4jcpu.so", OPENBLAS, "libopenblas_nolapack.so.0");
    assertThat(folder.resolve("libgomp.so.1")).hasContent(ND4J + "libgomp.so.1");
    assertThat(folder.resolve("libopenblas_nolapack.so.0")).isSymbolicLink();
  }

  @Test
  void oneDnnIsLeftOutUntilItIsNeeded() throws Exception {
    Path folder = unpack(false);
    assertThat(names(folder)).doesNotContain("libdnnl.so.3").contains("libnd4jcpu.so");

    assertThat(unpack(true)).isEqualTo(folder);
    assertThat(names(folder)).contains("libdnnl.so.3");
  }

  @Test
  void aLibraryThatIsThereStays() throws Exception {
    Path library = unpack(true).resolve(OPENBLAS);
    Object key = Files.readAttributes(library, "fileKey").get("fileKey");
    unpack(true);

    assertThat(Files.readAttributes(library, "fileKey").get("fileKey")).isEqualTo(key);
  }

  @Test
  void aLibraryThatIsntWholeIsReplaced() throws Exception {
    Path library = unpack(true).resolve(OPENBLAS);
    Files.writeString(library, "half");
    unpack(true);

    assertThat(library).hasContent(BYTEDECO + "openblas/linux-x86_64/" + OPENBLAS);
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws Exception {
    Path folder = unpack(false);
    Files.writeString(folder.resolve(".libdnnl.so.3.1.tmp"), "half");

    unpack(true);
    assertThat(names(folder)).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void librariesOfAnotherBuildAreDeletedWhenLongUnused() throws Exception {
    Path old = Files.createDirectories(base.resolve("natives-0"));
    Files.writeString(old.resolve("libold.so"), "old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    Path other = Files.createDirectories(base.resolve("natives-1"));

    unpack(true);
    assertThat(old).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void anotherBuildHasItsOwnFolder() throws Exception {
    Path first = unpack(true);
    makeJar(ND4J + "libnd4jcpu.so.2");

    assertThat(unpack(true)).isNotEqualTo(first);
  }

  @Test
  void severalMayUnpackAtOnce() throws Exception {
    CompletableFuture<?>[] all =
        Stream.generate(() -> CompletableFuture.supplyAsync(this::unpackUnchecked))
            .limit(4)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).join();

    assertThat(unpack(true).resolve("libdnnl.so.3"))
        .hasContent(BYTEDECO + "dnnl/linux-x86_64/libdnnl.so.3");
  }

  @Test
  void aFolderThatCantBeMadeIsNamed() throws Exception {
    Files.writeString(base, "a file");

    assertThatExceptionOfType(NativeLibraryException.class)
        .isThrownBy(() -> unpack(true))
        .withMessageStartingWith("The native libraries can't be unpacked to " + base)
        .matches(exception -> exception.reason() == Reason.FOLDER);
  }

  private Path unpackUnchecked() {
    try {
      return unpack(true);
    } catch (NativeLibraryException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path unpack(boolean oneDnn) throws NativeLibraryException, IOException {
    try (BundledLibraries bundled = BundledLibraries.of(jar, PLATFORM)) {
      UnpackedLibraries libraries = new UnpackedLibraries(bundled, base, oneDnn);
      libraries.complete();
      return libraries.folder();
    }
  }

  /** Each entry holds its own name. */
  private void makeJar(String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
