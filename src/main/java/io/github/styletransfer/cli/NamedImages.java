package io.github.styletransfer.cli;

import io.github.styletransfer.job.InputLocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The photo and the paintings that a command line names: by options, or by words without an option,
 * of which the first is the photo and the second the painting, as far as no option names them.
 *
 * @param content as {@code --content} takes it
 * @param styles each as {@code --style} takes it
 */
record NamedImages(String content, List<String> styles) {
  private static final String CONTENT = "--content";
  private static final String STYLE = "--style";

  /**
   * Looks at a parsed command line; configuration files name what it doesn't.
   *
   * @throws ParameterException if one is missing, or a word is left over
   */
  static NamedImages of(CommandLine commandLine, ImageOptions images, InputLocator inputs) {
    ParseResult given = commandLine.getParseResult();
    UnmatchedArguments arguments =
        new UnmatchedArguments(commandLine, given == null ? List.of() : given.originalArgs());
    List<String> words = new ArrayList<>(images.names);
    boolean contentNamed = isNamed(given, CONTENT);
    boolean styleNamed = isNamed(given, STYLE);
    if (!contentNamed && !styleNamed && words.size() > 2) {
      throw new ParameterException(commandLine, UnmatchedArguments.tooManyImages(words));
    }
    List<String> unknown = words.stream().filter(word -> !inputs.isImage(word)).toList();
    Optional<String> command = first(unknown, arguments::misspeltCommand);
    @Nullable String content = contentNamed || words.isEmpty() ? images.content : words.remove(0);
    List<String> styles = styleNamed || words.isEmpty() ? images.styles : List.of(words.remove(0));
    if (!words.isEmpty()) {
      throw new ParameterException(commandLine, arguments.describe(words));
    }
    if (command.isPresent()) {
      throw new ParameterException(commandLine, command.get());
    }
    if (content == null || styles.isEmpty()) {
      String missing = missing(content != null, !styles.isEmpty());
      throw new ParameterException(
          commandLine, first(unknown, arguments::leftOverValue).orElse(missing));
    }
    return new NamedImages(content, styles);
  }

  private static Optional<String> first(
      List<String> words, Function<String, Optional<String>> message) {
    return words.stream().map(message).flatMap(Optional::stream).findFirst();
  }

  private static boolean isNamed(@Nullable ParseResult given, String option) {
    return given != null && given.hasMatchedOption(option);
  }

  private static String missing(boolean photo, boolean painting) {
    if (photo) {
      return "There is no painting: name it after the photo, or with --style.";
    }
    return painting
        ? "There is no photo: name it with --content, or without an option."
        : "There is no photo and no painting: name them as in style-transfer photo.jpg painting.jpg.";
  }
}
