package io.github.styletransfer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, beside a Java that prints its arguments and ends with 42 if one is {@code fail}.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do echo "$word"; done
      for word; do [ "$word" != fail ] || exit 42; done
      """;

  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    home = folder.toRealPath().resolve("a home");
    Tree.copy(Path.of("src/dist/bin/style-transfer"), home.resolve("bin/style-transfer"));
    Path java = Files.createDirectories(home.resolve("runtime/bin")).resolve("java");
    Files.writeString(java, JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void startsTheJarBesideIt() throws IOException {
    assertThat(run(Map.of(), home.resolve("bin/style-transfer").toString()))
        .contains("-Dstyle-transfer.home=" + home)
        .endsWith("-jar", home + "/lib/style-transfer.jar");
  }

  @Test
  void passesArgumentsAsTheyAre() throws IOException {
    assertThat(run(Map.of(), home.resolve("bin/style-transfer").toString(), "a  b", "", "*", "$x"))
        .endsWith(home + "/lib/style-transfer.jar", "a  b", "", "*", "$x");
  }

  @Test
  void passesOptionsForJavaBeforeTheJar() throws IOException {
    assertThat(
            run(
                Map.of("STYLE_TRANSFER_JAVA_OPTIONS", "-Xmx8g  -Da=b"),
                home.resolve("bin/style-transfer").toString()))
        .containsSubsequence("-Xmx8g", "-Da=b", "-jar");
  }

  @Test
  void findsItsHomeThroughLinks() throws IOException {
    Path middle = Files.createDirectory(folder.resolve("mid -> dle"));
    Files.createSymbolicLink(middle.resolve("painter"), home.resolve("bin/style-transfer"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("mid -> dle/painter"));

    assertThat(run(Map.of(), "./link")).contains("-Dstyle-transfer.home=" + home);
    assertThat(run(Map.of(), "sh", "link")).contains("-Dstyle-transfer.home=" + home);
  }

  @Test
  void hasJavasExitCode() throws Exception {
    Process process =
        new ProcessBuilder(home.resolve("bin/style-transfer").toString(), "fail")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(process.waitFor()).isEqualTo(42);
  }

  private List<String> run(Map<String, String> environment, String... command) throws IOException {
    return Commands.run(List.of(command), folder, environment).lines().toList();
  }
}
