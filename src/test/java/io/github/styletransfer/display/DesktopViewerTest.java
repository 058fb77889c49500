package io.github.styletransfer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopViewerTest {
  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

  private final List<List<String>> started = new ArrayList<>();

  @Test
  void eachSystemHasItsOwnProgram() {
    assertThat(viewer("Linux", DISPLAY).open(Path.of("o.jpg"))).isEmpty();
    assertThat(viewer("Linux", Map.of("WAYLAND_DISPLAY", "w")).open(Path.of("o.jpg"))).isEmpty();
    assertThat(viewer("Mac OS X", Map.of()).open(Path.of("o.jpg"))).isEmpty();
    assertThat(viewer("Windows 11", Map.of()).open(Path.of("o.jpg"))).isEmpty();
    String path = Path.of("o.jpg").toAbsolutePath().toString();
    assertThat(started)
        .containsExactly(
            List.of("xdg-open", path),
            List.of("xdg-open", path),
            List.of("open", path),
            List.of("rundll32", "url.dll,FileProtocolHandler", path));
  }

  @Test
  void aNameThatLooksLikeAnOptionOrACommandIsAPath() {
    viewer("Linux", DISPLAY).open(Path.of("-e; rm $x `y` .jpg"));
    assertThat(started.get(0)).hasSize(2);
    assertThat(started.get(0).get(1)).startsWith("/").endsWith("/-e; rm $x `y` .jpg");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(viewer("Linux", Map.of("DISPLAY", "")).open(Path.of("o.jpg")))
        .hasValue("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set");
    assertThat(started).isEmpty();
    DesktopViewer none =
        new DesktopViewer(
            "Linux",
            DISPLAY,
            command -> {
              throw new IOException("No such file");
            });
    assertThat(none.open(Path.of("o.jpg")))
        .hasValue("the program xdg-open can't be started; the package xdg-utils has it");
  }

  private DesktopViewer viewer(String system, Map<String, String> environment) {
    return new DesktopViewer(system, environment, started::add);
  }
}
