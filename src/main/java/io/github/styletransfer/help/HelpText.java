package io.github.styletransfer.help;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Text of a terminal's width. Lines end between words alone: picocli's own end inside of file
 * names, too.
 *
 * @param width of the terminal, in columns
 * @param colors of names
 */
record HelpText(int width, ColorScheme colors) {
  private static final String INDENT = "  ";
  private static final int NAMES = 25;
  private static final int NARROWEST = 30;

  /** Paragraphs; one that begins with a space is left as it is. */
  String paragraphs(List<String> lines) {
    return lines.stream()
        .flatMap(String::lines)
        .map(line -> line.startsWith(" ") ? line : wrapped(line, width - 1))
        .collect(Collectors.joining("\n"));
  }

  /** A name and what it means, beside it or below it. */
  String row(String name, String styledName, String meaning, int names) {
    int column = INDENT.length() + names + INDENT.length();
    String text =
        wrapped(meaning, Math.max(NARROWEST, width - column - 1)).indent(column).stripTrailing();
    return name.length() > names
        ? INDENT + styledName + "\n" + text
        : INDENT
            + styledName
            + " ".repeat(names - name.length())
            + text.substring(INDENT.length() + names);
  }

  /** An option with its meaning. */
  String option(OptionSpec option) {
    String name = names(option);
    return row(name, colors.optionText(name).toString(), meaning(option), NAMES);
  }

  /** A parameter with its meaning. */
  String parameter(ArgSpec parameter) {
    String name = parameter.paramLabel();
    return row(name, colors.parameterText(name).toString(), meaning(parameter), NAMES);
  }

  /** A heading. */
  String heading(String title) {
    return colors.ansi().string("@|bold " + title + ":|@");
  }

  private static String meaning(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** Such as {@code -o, --output=FILE}. */
  private static String names(OptionSpec option) {
    String longest = option.longestName();
    String letter =
        Stream.of(option.names())
            .filter(name -> name.length() == 2)
            .map(name -> name + ", ")
            .findFirst()
            .orElse("    ");
    String name = option.negatable() ? longest.replaceFirst("^--", "--[no-]") : longest;
    String value = option.arity().max() == 0 || option.negatable() ? "" : "=" + option.paramLabel();
    return letter
        + name
        + (option.arity().min() == 0 && !value.isEmpty() ? "[" + value + "]" : value);
  }

  private static String wrapped(String text, int columns) {
    return WordUtils.wrap(text, columns, "\n", false);
  }
}
