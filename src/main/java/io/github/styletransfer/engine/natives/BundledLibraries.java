package io.github.styletransfer.engine.natives;

import io.github.styletransfer.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The native libraries that the program's jar holds for one platform. */
final class BundledLibraries implements AutoCloseable {
  private static final List<String> PREFERRED = List.of("org/nd4j/", "org/bytedeco/");
  private static final String DECODERS = "org/bytedeco/ffmpeg/";
  private static final List<String> ONEDNN = List.of("org/bytedeco/dnnl/", "org/bytedeco/opencl/");

  /**
   * Every system that has libstdc++, which isn't bundled, has it; the bundled one needs a newer C
   * library than all others.
   */
  private static final String COMPILER_SUPPORT = "libgcc_s.so.1";

  /** JavaCPP loads OpenBLAS under this name, too. */
  private static final String OPENBLAS = "libopenblas.so.0";

  private static final String OPENBLAS_AGAIN = "libopenblas_nolapack.so.0";

  private final ZipFile jar;
  private final Map<String, ZipEntry> libraries;

  private BundledLibraries(ZipFile jar, Map<String, ZipEntry> libraries) {
    this.jar = jar;
    this.libraries = libraries;
  }

  /**
   * Those of a jar.
   *
   * @param platform JavaCPP's name of it, such as {@code linux-x86_64}
   */
  static BundledLibraries of(Path jar, String platform) throws IOException {
    ZipFile file = new ZipFile(jar.toFile());
    Map<String, ZipEntry> libraries = new LinkedHashMap<>();
    file.stream()
        .filter(entry -> isLibrary(entry, platform))
        .sorted(Comparator.comparing(BundledLibraries::rank).thenComparing(ZipEntry::getName))
        .forEach(entry -> libraries.putIfAbsent(name(entry), entry));
    return new BundledLibraries(file, libraries);
  }

  private static boolean isLibrary(ZipEntry entry, String platform) {
    String path = entry.getName();
    return PREFERRED.stream().anyMatch(path::startsWith)
        && !path.startsWith(DECODERS)
        && (path.contains("/" + platform + "/") || path.contains("/" + platform + "-onednn/"))
        && path.contains(".so")
        && !name(entry).equals(COMPILER_SUPPORT);
  }

  /** ND4J and oneDNN each bring an OpenMP; a process must have one, and ND4J's is loaded first. */
  private static int rank(ZipEntry entry) {
    return entry.getName().startsWith(PREFERRED.get(0)) ? 0 : 1;
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  boolean isEmpty() {
    return libraries.isEmpty();
  }

  /** A name for these very libraries. */
  String fingerprint() {
    CRC32C sum = new CRC32C();
    libraries.forEach(
        (name, entry) ->
            sum.update(
                (name + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /** The libraries that a folder lacks, or has in part, largest first. */
  List<ZipEntry> missing(Path folder, boolean oneDnn) {
    return libraries.values().stream()
        .filter(entry -> oneDnn || ONEDNN.stream().noneMatch(entry.getName()::startsWith))
        .filter(entry -> size(folder.resolve(name(entry))) != entry.getSize())
        .sorted(Comparator.comparingLong(ZipEntry::getSize).reversed())
        .toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  /** Writes one of them; it is there as a whole or not at all. */
  void unpack(ZipEntry entry, Path folder) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      AtomicFile.write(folder.resolve(name(entry)), in::transferTo);
    }
  }

  /** Whether OpenBLAS has its second name in a folder. */
  boolean isLinked(Path folder) {
    ZipEntry openBlas = libraries.get(OPENBLAS);
    return openBlas == null || size(folder.resolve(OPENBLAS_AGAIN)) == openBlas.getSize();
  }

  /** Gives OpenBLAS its second name, by a link where the file system has links. */
  void link(Path folder) throws IOException {
    Path again = folder.resolve(OPENBLAS_AGAIN);
    try {
      Files.deleteIfExists(again);
      Files.createSymbolicLink(again, Path.of(OPENBLAS));
    } catch (UnsupportedOperationException | FileSystemException e) {
      AtomicFile.replace(again, temporary -> Files.copy(folder.resolve(OPENBLAS), temporary));
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
