package io.github.styletransfer.patches;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.cli.ProgramProcess;
import io.github.styletransfer.image.read.ImageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much the packaged program's pictures look made of their paintings: {@code ./mvnw verify
 * -Ppatch-study}. Prints the table that docs/BENCHMARKS.md explains, and leaves it with the
 * pictures in target/patch-study.
 */
class PatchStudy {
  private static final String HEADER =
      """
      | photo | painting | full | half | edges | seconds |
      |---|---|---|---|---|---|
      """;

  private static final double NANOS = 1e9;

  private final ImageReader reader = new ImageReader();

  @TempDir private Path folder;

  @Test
  void measuresEveryPhotoInTheStyleOfEveryPainting() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "patch-study").toAbsolutePath());
    Path table = pictures.resolve("table.md");
    Files.writeString(table, HEADER);
    for (Path photo : images("patch-study.content", "input/content")) {
      for (Path painting : images("patch-study.style", "input/style")) {
        Path picture = pictures.resolve(name(photo) + "-" + name(painting) + ".png");
        double seconds = paint(photo, painting, picture);
        PaintedLook look =
            PaintedLook.of(reader.read(picture), reader.read(painting), reader.read(photo));
        String line =
            "| %s | %s | %.3f | %.3f | %.3f | %.1f |%n"
                .formatted(
                    name(photo), name(painting), look.full(), look.half(), look.edges(), seconds);
        Files.writeString(table, Files.readString(table) + line);
      }
    }
    System.out.println(Files.readString(table));
  }

  /** How long the program took, from its start to its end. */
  private double paint(Path photo, Path painting, Path picture)
      throws IOException, InterruptedException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + photo,
                "--style=" + painting,
                "--size=" + System.getProperty("patch-study.size", "512"),
                "--output=" + picture,
                "--log-dir=" + folder.resolve("logs"),
                "--checkpoints=0"));
    args.addAll(parts("patch-study.arguments", "", " "));
    long start = System.nanoTime();
    ProgramProcess process = ProgramProcess.start(folder, args);
    assertThat(process.exitCode()).as(process.err()).isZero();
    return (System.nanoTime() - start) / NANOS;
  }

  /** The images that a property names, as files and folders separated by commas. */
  private static List<Path> images(String property, String otherwise) throws IOException {
    List<Path> images = new ArrayList<>();
    for (String place : parts(property, otherwise, ",")) {
      Path path = Path.of(place).toAbsolutePath();
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path)) {
          files.filter(PatchStudy::isImage).sorted().forEach(images::add);
        }
      } else {
        images.add(path);
      }
    }
    assertThat(images).as(property).isNotEmpty();
    return images;
  }

  private static List<String> parts(String property, String otherwise, String separator) {
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(System.getProperty(property, otherwise))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static boolean isImage(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|bmp|gif|tiff?|webp)");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
