package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of all files of a folder: {@code ./mvnw verify -Pimage-study -Dimages=FOLDER}. Where
 * a Python with Pillow is found, the pixels are compared with its. Prints the table that
 * docs/IMAGES.md explains, and what is wrong or refused; leaves both in target/image-study.
 */
class ImageStudy {
  private static final String OTHER_FILES =
      ".*\\.(txt|md|rst|json|html?|xml|ya?ml|toml|java|py|rs|c|h|cs|cpp|properties|sh|build)";

  private static final int MEBIBYTE = 1 << 20;
  private static final long MOST_PIXELS = 300_000_000;
  private static final double NANOS = 1e9;

  @TempDir private Path folder;

  @Test
  void readsEveryImageOfAFolder() throws Exception {
    String place = System.getProperty("images", "");
    assertThat(place).as("-Dimages=FOLDER").isNotEmpty();
    List<StudiedFile> studied = new ArrayList<>();
    try (OtherDecoder other = OtherDecoder.start(System.getProperty("python", "python3"))) {
      Future<StudiedFile> previous = null;
      for (Path file : files(Path.of(place))) {
        Path pixels = folder.resolve(previous == null ? "0.ppm" : studied.size() + 1 + ".ppm");
        StudiedFile read = read(file, pixels);
        if (previous != null) {
          studied.add(previous.get());
        }
        previous = other.compare(read, pixels);
      }
      if (previous != null) {
        studied.add(previous.get());
      }
    }
    String report = table(studied) + "\n" + rest(studied);
    Path target = Files.createDirectories(Path.of("target", "image-study"));
    Files.writeString(
        target.resolve(Path.of(place).toAbsolutePath().getFileName() + ".md"), report);
    System.out.println(report);
    assertThat(studied).as("crashes").noneMatch(file -> file.verdict() == Verdict.CRASH);
  }

  private static List<Path> files(Path place) throws IOException {
    long most = Long.getLong("image-study.mebibytes", 50) * MEBIBYTE;
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/."))
          .filter(file -> !file.toString().toLowerCase(Locale.ROOT).matches(OTHER_FILES))
          .filter(file -> file.toFile().length() <= most)
          .sorted()
          .toList();
    }
  }

  private static StudiedFile read(Path file, Path pixels) throws InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    long start = System.nanoTime();
    Verdict verdict = Verdict.CRASH;
    String said;
    try {
      RgbImage image =
          thread
              .submit(() -> new ImageReader(MOST_PIXELS).read(file))
              .get(Integer.getInteger("image-study.seconds", 120), TimeUnit.SECONDS);
      write(image, pixels);
      verdict = Verdict.READ;
      said = "";
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImageFileException refusal) {
        verdict = Verdict.REFUSED;
        said = String.valueOf(refusal.getMessage()).replace(file.toString(), "").strip();
        said += refusal.getCause() == null ? "" : " [" + refusal.getCause() + "]";
      } else {
        said = String.valueOf(e.getCause());
      }
    } catch (TimeoutException | IOException e) {
      said = e.toString();
    } finally {
      thread.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    return new StudiedFile(file, format(file), verdict, said.replaceAll("\\s+", " "), seconds);
  }

  private static String format(Path file) {
    try {
      return ImageFormat.of(file).toString();
    } catch (ImageFileException e) {
      return "others";
    }
  }

  private static void write(RgbImage image, Path pixels) throws IOException {
    try (OutputStream out = Files.newOutputStream(pixels)) {
      String header = "P6\n%d %d\n255\n".formatted(image.width(), image.height());
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      out.write(image.samples());
    }
  }

  private static String table(List<StudiedFile> studied) {
    Map<String, List<StudiedFile>> formats = new TreeMap<>();
    studied.forEach(
        file -> formats.computeIfAbsent(file.format(), key -> new ArrayList<>()).add(file));
    StringBuilder table = new StringBuilder("| format | files |");
    for (Verdict verdict : Verdict.values()) {
      table.append(' ').append(verdict).append(" |");
    }
    table.append(" seconds |\n|").append("---|".repeat(Verdict.values().length + 3)).append('\n');
    formats.forEach((format, files) -> table.append(line(format, files)));
    return table.append(line("all", studied)).toString();
  }

  private static String line(String name, List<StudiedFile> files) {
    StringBuilder line = new StringBuilder("| " + name + " | " + files.size() + " |");
    for (Verdict verdict : Verdict.values()) {
      long count = files.stream().filter(file -> file.verdict() == verdict).count();
      line.append(' ').append(count).append(" |");
    }
    double seconds = files.stream().mapToDouble(StudiedFile::seconds).sum();
    return line.append(" %.1f |%n".formatted(seconds)).toString();
  }

  /** The files that someone should look at, the worst kinds first. */
  private static String rest(List<StudiedFile> studied) {
    StringBuilder rest = new StringBuilder();
    for (Verdict verdict :
        List.of(
            Verdict.CRASH,
            Verdict.WRONG,
            Verdict.REFUSED_THOUGH_READ,
            Verdict.REFUSED,
            Verdict.READ,
            Verdict.REFUSED_RIGHTLY)) {
      studied.stream()
          .filter(file -> file.verdict() == verdict)
          .forEach(
              file ->
                  rest.append(verdict)
                      .append(": ")
                      .append(file.file())
                      .append(": ")
                      .append(file.said())
                      .append('\n'));
    }
    return rest.toString();
  }
}
