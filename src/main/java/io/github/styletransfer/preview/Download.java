package io.github.styletransfer.preview;

import com.sun.net.httpserver.HttpExchange;
import io.github.styletransfer.image.write.PngEncoder;
import java.io.IOException;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person can download: the image so far, whole and without loss, and after the run the file
 * that it saved.
 */
final class Download {
  private final String title;
  private final @Nullable ShownImage image;
  private final Optional<Path> saved;

  private Download(String title, @Nullable ShownImage image, Optional<Path> saved) {
    this.title = title;
    this.image = image;
    this.saved = saved;
  }

  /**
   * Empty if there is nothing yet.
   *
   * @param title the name of the result's file
   * @param image the latest one
   */
  static Optional<Download> of(String title, @Nullable ShownImage image, @Nullable PreviewEnd end) {
    Optional<Path> saved = end == null ? Optional.empty() : end.saved();
    return image == null && saved.isEmpty()
        ? Optional.empty()
        : Optional.of(new Download(title, image, saved));
  }

  /** A good name for the file. */
  String name() {
    return saved.map(file -> String.valueOf(file.getFileName())).orElseGet(this::nameSoFar);
  }

  private String nameSoFar() {
    int dot = title.lastIndexOf('.');
    return (dot > 0 ? title.substring(0, dot) : title)
        + "-so-far-iteration-"
        + (image == null ? 0 : image.iteration())
        + ".png";
  }

  /** Answers a request for it. */
  void send(HttpExchange exchange) throws IOException {
    if (saved.isPresent() && Files.isRegularFile(saved.get())) {
      String name = name();
      offer(exchange, name);
      String type = URLConnection.guessContentTypeFromName(name);
      Answer.send(
          exchange,
          Answer.OK,
          type == null ? "application/octet-stream" : type,
          Files.readAllBytes(saved.get()));
    } else if (image != null) {
      offer(exchange, nameSoFar());
      Answer.send(exchange, Answer.OK, "image/png", PngEncoder.encode(image.image()));
    } else {
      Answer.send(exchange, Answer.NOT_FOUND);
    }
  }

  /** Names the file as RFC 6266 has it: in ASCII, and as it is. */
  private static void offer(HttpExchange exchange, String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Disposition",
            "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(name.replaceAll("[^ -~]|[\"\\\\%]", "_"), encoded));
  }
}
