package io.github.styletransfer.tensorboard;

import java.util.Map;
import java.util.stream.Collectors;

/** Settings as a table in Markdown. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String of(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> "| " + literal(entry.getKey()) + " | " + literal(entry.getValue()) + " |\n")
        .collect(Collectors.joining("", "| setting | value |\n|---|---|\n", ""));
  }

  /** The text with what Markdown or HTML would read as markup escaped, in one line. */
  private static String literal(String text) {
    return text.replaceAll("[\\\\`*_\\[\\]{}|]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("\\R", " ");
  }
}
