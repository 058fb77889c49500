package io.github.styletransfer.distribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's jar, laid out for a quick start: its classes aren't packed, and on Linux its native
 * libraries are files beside it, so that nothing has to be unpacked.
 */
final class PackedProgram {
  private static final String ND4J = "org/nd4j/";
  private static final String BYTEDECO = "org/bytedeco/";
  private static final String JNA = "com/sun/jna/";
  private static final String OPENBLAS = "libopenblas.so.0";
  private static final String OPENBLAS_AGAIN = "libopenblas_nolapack.so.0";

  /** The system's own is as new, see {@code BundledLibraries}. */
  private static final String COMPILER_SUPPORT = "libgcc_s.so.1";

  private final Path jar;
  private final String platform;

  /**
   * What is in a jar.
   *
   * @param platform JavaCPP's name of it, such as {@code linux-x86_64}
   */
  PackedProgram(Path jar, String platform) {
    this.jar = jar;
    this.platform = platform;
  }

  private boolean hasLibrariesBeside() {
    return platform.startsWith("linux");
  }

  /** Writes the jar, and the native libraries to the folder {@code natives} beside it. */
  void writeTo(Path lib) throws IOException {
    Path natives = lib.resolve("natives");
    Files.createDirectories(hasLibrariesBeside() ? natives : lib);
    try (ZipFile all = new ZipFile(jar.toFile());
        OutputStream file =
            new BufferedOutputStream(Files.newOutputStream(lib.resolve("style-transfer.jar")));
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.setMethod(ZipOutputStream.STORED);
      List<? extends ZipEntry> entries =
          all.stream().filter(entry -> !entry.isDirectory()).toList();
      for (ZipEntry entry : entries) {
        if (isWanted(entry.getName())) {
          store(all, entry, out);
        }
      }
      if (hasLibrariesBeside()) {
        // ND4J and oneDNN each bring an OpenMP; a process must have one, and it is ND4J's.
        List<? extends ZipEntry> libraries =
            entries.stream()
                .filter(entry -> isLibraryOfPlatform(entry.getName()))
                .sorted(Comparator.comparing(entry -> !entry.getName().startsWith(ND4J)))
                .toList();
        for (ZipEntry library : libraries) {
          unpack(all, library, natives);
        }
        Files.createSymbolicLink(natives.resolve(OPENBLAS_AGAIN), Path.of(OPENBLAS));
      }
    }
  }

  private boolean isWanted(String name) {
    return !hasLibrariesBeside()
        || !(isLibrary(name) || (name.startsWith(BYTEDECO) && name.contains("/include/")));
  }

  private boolean isLibraryOfPlatform(String name) {
    boolean ofPlatform =
        name.contains("/" + platform + "/")
            || name.contains("/" + platform + "-onednn/")
            || name.startsWith(JNA + jnaPlatform() + "/");
    return ofPlatform
        && isLibrary(name)
        && (name.startsWith(ND4J) || name.startsWith(BYTEDECO) || name.startsWith(JNA))
        && !fileName(name).equals(COMPILER_SUPPORT);
  }

  private String jnaPlatform() {
    return platform.replace("x86_64", "x86-64").replace("arm64", "aarch64");
  }

  private static boolean isLibrary(String name) {
    return fileName(name.toLowerCase(Locale.ROOT))
        .matches(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)");
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static void store(ZipFile from, ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry stored = new ZipEntry(entry.getName());
    stored.setTime(entry.getTime());
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(entry.getSize());
    stored.setCompressedSize(entry.getSize());
    stored.setCrc(entry.getCrc());
    out.putNextEntry(stored);
    try (InputStream in = from.getInputStream(entry)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }

  private static void unpack(ZipFile from, ZipEntry entry, Path folder) throws IOException {
    Path file = folder.resolve(fileName(entry.getName()));
    if (!Files.exists(file)) {
      try (InputStream in = from.getInputStream(entry)) {
        Files.copy(in, file);
      }
    }
  }

  /** Writes the licences and notices of the libraries that are in it. */
  void writeLicencesTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (ZipFile all = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> texts =
          all.stream().filter(entry -> !entry.isDirectory() && isLicence(entry.getName())).toList();
      for (ZipEntry text : texts) {
        try (InputStream in = all.getInputStream(text)) {
          Files.write(
              folder.resolve(text.getName().replace("META-INF/", "").replace('/', '_')),
              in.readAllBytes());
        }
      }
    }
  }

  private static boolean isLicence(String name) {
    String lower = fileName(name).toLowerCase(Locale.ROOT);
    return !lower.endsWith(".class")
        && (lower.contains("license")
            || lower.contains("licence")
            || lower.startsWith("notice")
            || lower.startsWith("copying"));
  }
}
