package io.github.styletransfer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the image without an engine that makes it. */
class DockerfileTest {
  private static final Path ARCHIVE =
      Path.of("target/style-transfer-0.1.0-SNAPSHOT-linux-x86_64.tar.gz");

  private final List<String> lines;
  private final List<String> context;

  DockerfileTest() throws IOException {
    lines = Files.readAllLines(Path.of("Dockerfile"));
    context = Files.readAllLines(Path.of(".dockerignore"));
  }

  @Test
  void addsTheArchiveThatTheBuildMakes() {
    assertThat(arguments("ADD "))
        .singleElement()
        .satisfies(add -> assertMatches(add.substring(0, add.indexOf(' '))));
    assertThat(arguments("COPY ")).isEmpty();
  }

  @Test
  void theArchiveAloneIsInTheContext() {
    assertThat(context).first().isEqualTo("*");
    assertThat(context.stream().filter(line -> line.startsWith("!")))
        .singleElement()
        .satisfies(line -> assertMatches(line.substring(1)));
  }

  @Test
  void startsTheLauncher() {
    assertThat(arguments("ENTRYPOINT "))
        .containsExactly("[\"/opt/style-transfer/bin/style-transfer\"]");
    assertThat(Path.of("src/dist/bin/style-transfer")).isExecutable();
  }

  @Test
  void isNotRunByRoot() {
    assertThat(arguments("USER ")).singleElement().asString().matches("[1-9]\\d*");
    assertThat(lines.indexOf("USER " + arguments("USER ").get(0)))
        .isLessThan(lines.indexOf("ENTRYPOINT " + arguments("ENTRYPOINT ").get(0)));
  }

  @Test
  void writesToVolumesAlone() {
    String volumes = arguments("VOLUME ").get(0);
    assertThat(volumes).contains("\"" + arguments("WORKDIR ").get(0) + "\"");
    assertThat(arguments("ENV ").get(0)).contains("STYLE_TRANSFER_CACHE=/cache");
    assertThat(volumes).contains("\"/cache\"");
  }

  private List<String> arguments(String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction))
        .map(line -> line.substring(instruction.length()))
        .toList();
  }

  private static void assertMatches(String pattern) {
    assertThat(FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(ARCHIVE))
        .isTrue();
  }
}
