package io.github.styletransfer.distribution;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JDK that the distribution's Java is made of.
 *
 * @param home its folder
 * @param version its feature version, such as 25
 */
record Jdk(Path home, int version) {
  /** The first one whose class data may be moved to another folder. */
  private static final int MOVABLE_CLASS_DATA = 19;

  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

  /**
   * The one that is named; else the one that runs this, if its class data may be moved; else the
   * newest that is in the usual places.
   *
   * @param named its folder, or nothing
   */
  static Jdk choose(String named) throws IOException {
    if (!named.isBlank()) {
      Path home = Path.of(named);
      return at(home)
          .orElseThrow(() -> new IOException("There is no JDK 17 or newer with jlink in " + home));
    }
    Jdk own =
        at(Path.of(System.getProperty("java.home")))
            .orElseThrow(() -> new IOException("Run Maven on a JDK: this Java has no jlink."));
    return own.hasMovableClassData()
        ? own
        : Stream.concat(others().stream(), Stream.of(own))
            .max(Comparator.comparingInt(Jdk::version))
            .orElse(own);
  }

  private static List<Jdk> others() throws IOException {
    List<Path> homes = new ArrayList<>();
    String second = System.getenv("SECOND_JAVA_HOME");
    if (second != null) {
      homes.add(Path.of(second));
    }
    if (Files.isDirectory(USUAL_PLACE)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(USUAL_PLACE)) {
        folders.forEach(homes::add);
      }
    }
    List<Jdk> found = new ArrayList<>();
    for (Path home : homes) {
      at(home).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Jdk> at(Path home) throws IOException {
    if (!Files.isRegularFile(home.resolve("release")) || !Files.exists(tool(home, "jlink"))) {
      return Optional.empty();
    }
    return Files.readAllLines(home.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("[^0-9.]", "").replaceAll("\\..*", ""))
        .map(version -> new Jdk(home, Integer.parseInt(version)))
        .filter(jdk -> jdk.version >= 17)
        .findFirst();
  }

  private static Path tool(Path home, String name) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? name + ".exe" : name);
  }

  /** Whether class data that it makes are still valid in another folder. */
  boolean hasMovableClassData() {
    return version >= MOVABLE_CLASS_DATA;
  }

  /** Makes a Java with what a jar needs. */
  void link(Path jar, Path runtime) throws IOException {
    Commands.run(
        List.of(
            tool(home, "jlink").toString(),
            "--add-modules",
            String.join(",", modules(jar)),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            // What is packed takes longer to load; the archive packs it anyway.
            version >= 21 ? "--compress=zip-0" : "--compress=0",
            "--output",
            runtime.toString()),
        home,
        Map.of());
  }

  /** Those that the classes name, and those that are found by name when the program runs. */
  private List<String> modules(Path jar) throws IOException {
    List<String> known =
        Commands.run(List.of(tool(home, "java").toString(), "--list-modules"), home, Map.of())
            .lines()
            .map(line -> line.replaceAll("@.*", ""))
            .toList();
    String needed =
        Commands.run(
            List.of(
                tool(home, "jdeps").toString(),
                "--multi-release",
                Integer.toString(version),
                "--ignore-missing-deps",
                "--print-module-deps",
                jar.toString()),
            home,
            Map.of());
    // Elliptic curves for downloads, and the encodings that file names may have.
    return Stream.concat(
            Stream.of(needed.strip().split(",")), Stream.of("jdk.crypto.ec", "jdk.charsets"))
        .filter(known::contains)
        .distinct()
        .sorted()
        .toList();
  }
}
