package io.github.styletransfer.engine.natives;

import io.github.styletransfer.storage.ProgramFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads the native libraries. In a distribution they are files, see {@link ProgramFolder}. Those in
 * the packaged program's jar are unpacked first, once, to a folder in which JavaCPP then finds
 * them. JavaCPP's own unpacking takes more room, and tells nobody. It remains for systems other
 * than Linux, and for a program that isn't packaged.
 */
public final class NativeLibraries {
  private static final String JAVACPP = "org.bytedeco.javacpp.";
  private static final String BASE = JAVACPP + "cachedir";
  private static final String PREFIX_OF_BINDINGS = "libjni";

  private NativeLibraries() {}

  /** Names the folder to unpack to, unless the Java command line does. */
  public static void unpackTo(Path folder) {
    setDefault(BASE, folder.toAbsolutePath().toString());
  }

  /**
   * Unpacks what isn't there yet, and loads ND4J.
   *
   * @param oneDnn whether oneDNN is needed, too
   */
  public static void load(boolean oneDnn) throws NativeLibraryException {
    Path base = Path.of(System.getProperty(BASE, ""));
    Path folder = unpack(base, oneDnn).orElse(base);
    try {
      Nd4j.scalar(0f);
    } catch (LinkageError | RuntimeException e) {
      throw NativeLibraryException.ofLoading(folder, fault(folder).orElse(deepest(e)), e);
    }
  }

  private static Optional<Path> unpack(Path base, boolean oneDnn) throws NativeLibraryException {
    Optional<Path> placed = ProgramFolder.libraries();
    if (placed.isPresent()) {
      letJavaCppFind(placed.get());
      return placed;
    }
    Optional<Path> jar = System.getProperty(BASE) == null ? Optional.empty() : jar();
    if (jar.isEmpty()) {
      return Optional.empty();
    }
    // Not Loader.getPlatform(), as Loader reads the properties below before its first method.
    try (BundledLibraries bundled = BundledLibraries.of(jar.get(), Loader.Detector.getPlatform())) {
      if (bundled.isEmpty()) {
        return Optional.empty();
      }
      UnpackedLibraries unpacked = new UnpackedLibraries(bundled, base, oneDnn);
      unpacked.complete();
      letJavaCppFind(unpacked.folder());
      return Optional.of(unpacked.folder());
    } catch (IOException e) {
      throw NativeLibraryException.ofUnpacking(base, 0, e);
    }
  }

  private static void letJavaCppFind(Path folder) {
    setDefault(JAVACPP + "pathsfirst", "true");
    setDefault(JAVACPP + "cachelibraries", "false");
    setDefault(JAVACPP + "platform.linkpath", folder.toString());
    setDefault(JAVACPP + "platform.preloadpath", folder.toString());
  }

  /** The jar that this program is run from, if it is. */
  private static Optional<Path> jar() {
    CodeSource source = NativeLibraries.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(location.toURI())).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What the system's loader has against the libraries in a folder. */
  private static Optional<String> fault(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "lib*.so*")) {
      for (Path file : files) {
        if (!file.getFileName().toString().startsWith(PREFIX_OF_BINDINGS)) {
          System.load(file.toAbsolutePath().toString());
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (UnsatisfiedLinkError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String deepest(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest instanceof LinkageError
        ? String.valueOf(deepest.getMessage())
        : deepest.toString();
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
