package io.github.styletransfer.cli;

import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.PaintingName;
import io.github.styletransfer.job.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the results of a batch are named.
 *
 * @param text with words in braces, which stand for what each job has
 */
record NamePattern(String text) {
  private static final String USUAL = "{content}-{style}.";

  /** Of a batch's results. */
  static final String DEFAULT = USUAL + "jpg";

  private static final String STANDARD_INPUT = "stdin";
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
   * How the one result of a run is named.
   *
   * @param ending of its format, without a dot
   */
  static NamePattern ofOneResult(String ending) {
    return new NamePattern(USUAL + ending);
  }

  /** The name that stands for a style of one or several paintings. */
  static String style(List<PaintingName> paintings) {
    return paintings.stream()
        .map(painting -> stem(painting.name()))
        .collect(Collectors.joining("+"));
  }

  /** A file's name without folder and ending. */
  static String stem(String file) {
    String name = fileName(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String fileName(String file) {
    return InputFile.isStandardInput(file) ? STANDARD_INPUT : PhotoFiles.fileName(file);
  }

  /** The name of the result of a run that is the only one. */
  String name(String photo, List<PaintingName> paintings) {
    return name(photo, style(paintings), 1);
  }

  /**
   * The name of a result.
   *
   * @param number of the job, from 1
   */
  String name(String photo, String style, int number) {
    String file = fileName(photo);
    int dot = file.lastIndexOf('.');
    Map<String, String> values =
        Map.of(
            "content",
            stem(photo),
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
