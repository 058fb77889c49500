package io.github.styletransfer.cli;

import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the results of a batch are named.
 *
 * @param text with words in braces, which stand for what each job has
 */
record NamePattern(String text) {
  static final String DEFAULT = "{content}-{style}.jpg";

  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> WORDS = List.of("content", "style", "ending", "number");

  /**
   * Checks a pattern.
   *
   * @throws UserException if it has a word that stands for nothing, or no ending of an image
   */
  static NamePattern of(String text) throws UserException {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (!WORDS.contains(words.group(1))) {
        throw new UserException(
            ExitCode.USAGE,
            "--name %s has {%s} in it, which stands for nothing: use {content}, {style}, {ending} or {number}."
                .formatted(text, words.group(1)));
      }
    }
    if (!text.endsWith("{ending}")
        && !ImageWriter.isSupported(Path.of(text.replaceAll("[{}]", "")))) {
      throw new UserException(
          ExitCode.USAGE,
          "--name %s must end in one of %s."
              .formatted(text, String.join(", ", ImageWriter.supportedEndings())));
    }
    if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
      throw new UserException(
          ExitCode.USAGE,
          "--name %s has a folder in it: name the folder with --output.".formatted(text));
    }
    return new NamePattern(text);
  }

  /**
   * The name of a result.
   *
   * @param number of the job, from 1
   */
  String name(String photo, String style, int number) {
    String file = PhotoFiles.fileName(photo);
    int dot = file.lastIndexOf('.');
    Map<String, String> values =
        Map.of(
            "content",
            dot > 0 ? file.substring(0, dot) : file,
            "style",
            style,
            "ending",
            dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "",
            "number",
            String.format(Locale.ROOT, "%05d", number));
    return WORD.matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(values.getOrDefault(word.group(1), "")));
  }
}
