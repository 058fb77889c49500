package io.github.styletransfer.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises the web pages that come instead of files. */
final class WebPage {
  /** How many first bytes to look at. */
  static final int START_BYTES = 512;

  private static final List<String> STARTS = List.of("<!doctype html", "<html", "<head", "<body");

  private WebPage() {}

  static boolean isNamedBy(Optional<String> contentType) {
    return contentType
        .map(type -> type.strip().toLowerCase(Locale.ROOT))
        .filter(type -> type.startsWith("text/html") || type.startsWith("application/xhtml"))
        .isPresent();
  }

  /** Whether content that starts like this is a page, or a comment or declaration before one. */
  static boolean isStartedBy(byte[] start) {
    String text =
        new String(start, StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return STARTS.stream().anyMatch(text::startsWith)
        || (text.startsWith("<") && text.contains("<html"));
  }
}
