package io.github.styletransfer.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page and the files that belong to it. */
final class PreviewPage {
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** Their media types by path. */
  private static final Map<String, String> FILES =
      Map.of(
          "/style.css",
          "text/css; charset=utf-8",
          "/app.js",
          SCRIPT,
          "/announce.js",
          SCRIPT,
          "/chart.js",
          SCRIPT,
          "/keys.js",
          SCRIPT,
          "/picture.js",
          SCRIPT,
          "/wipe.js",
          SCRIPT);

  private PreviewPage() {}

  /** The media type of one of its files; empty if there is no such file. */
  static Optional<String> type(String path) {
    return Optional.ofNullable(FILES.get(path));
  }

  /** One of its files. */
  static byte[] file(String path) throws IOException {
    String name = path.substring(1);
    try (InputStream in =
        Objects.requireNonNull(PreviewPage.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  /**
   * The page itself.
   *
   * @param token that it needs for what it asks
   * @param run distinguishes it from others at the same address
   */
  static byte[] html(PreviewSubject subject, String token, String run) throws IOException {
    return new String(file("/page.html"), StandardCharsets.UTF_8)
        .replace("${token}", token)
        .replace("${run}", run)
        .replace("${title}", escaped(subject.title()))
        .replace("${styles}", styles(subject.styles().size()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The name of a painting's address, by its place among them. */
  static String styleName(int style) {
    return style == 0 ? "style" : "style-" + (style + 1);
  }

  private static String styles(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<figure><img src=\"%s\" alt=\"%s\"><figcaption>Style%s</figcaption></figure>"
                    .formatted(
                        styleName(i),
                        count == 1 ? "The painting" : "Painting " + (i + 1),
                        count == 1 ? "" : " " + (i + 1)))
        .collect(Collectors.joining("\n        "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
