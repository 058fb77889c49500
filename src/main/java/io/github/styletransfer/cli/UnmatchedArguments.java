package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what is wrong with arguments that a command doesn't take. */
final class UnmatchedArguments {
  private static final String NEGATION = "--no-";

  private final CommandLine commandLine;
  private final CommandSpec spec;
  private final List<String> args;

  /**
   * Looks at a command.
   *
   * @param args the whole command line
   */
  UnmatchedArguments(CommandLine commandLine, List<String> args) {
    this.commandLine = commandLine;
    this.spec = commandLine.getCommandSpec();
    this.args = args;
  }

  /** The message about them: about all that look like options, or else about the first. */
  String describe(List<String> unmatched) {
    String options =
        unmatched.stream()
            .filter(argument -> argument.matches("-.+"))
            .map(argument -> argument.replaceFirst("(?s)=.*", ""))
            .distinct()
            .map(this::unknownOption)
            .collect(Collectors.joining(" "));
    if (!options.isEmpty()) {
      return options;
    }
    String first = unmatched.get(0);
    return leftOverValue(first).orElseGet(() -> ofNoOption(first));
  }

  /** The message about a first word that looks like a command, and is none. */
  Optional<String> misspeltCommand(String word) {
    boolean possible = !args.isEmpty() && args.get(0).equals(word) && word.matches("\\w+");
    return possible
        ? Closest.to(word, Subcommands.NAMES)
            .map(
                name ->
                    "There is no command or image '"
                        + word
                        + "': did you mean the command "
                        + name
                        + "? All commands are "
                        + String.join(", ", Subcommands.NAMES)
                        + ".")
        : Optional.empty();
  }

  /** The message about more images than a run has. */
  static String tooManyImages(List<String> words) {
    return "A run has one photo and one painting, but %d images are named: %s. To mix paintings, put commas between them: photo.jpg a.jpg,b.jpg. To paint many photos, use style-transfer batch."
        .formatted(words.size(), listed(words));
  }

  private String unknownOption(String name) {
    List<String> names =
        spec.options().stream()
            .flatMap(
                option ->
                    option.negatable()
                        ? Stream.of(option.longestName(), negated(option))
                        : Stream.of(option.longestName()))
            .toList();
    return "Unknown option '"
        + name
        + "'"
        + Closest.to(name, names, option -> option.replaceFirst("^-+", ""))
            .map(close -> ": did you mean " + close + "?")
            .orElse(".");
  }

  private static String negated(OptionSpec option) {
    return option.longestName().replaceFirst("^--", NEGATION);
  }

  /**
   * The message about a word that may have been meant as an option's value; empty if it follows
   * none. Walks through the arguments as the parser did, to find out whose value that is.
   */
  Optional<String> leftOverValue(String word) {
    @Nullable OptionSpec owner = null;
    List<String> values = new ArrayList<>();
    boolean taken = true;
    for (String argument : args.subList(start(), args.size())) {
      @Nullable OptionSpec option = option(argument);
      if (option != null) {
        if (owner != null && isLeftOver(values, owner, word)) {
          break;
        }
        owner = option;
        values.clear();
        taken = argument.contains("=") || option.arity().max() == 0;
        if (argument.contains("=")) {
          values.add(argument.substring(argument.indexOf('=') + 1));
        }
      } else if (!taken || owner == null || !values.isEmpty() || owner.arity().max() == 0) {
        taken = true;
        values.add(argument);
      }
    }
    return leftOver(word, owner, values);
  }

  private static boolean isLeftOver(List<String> values, OptionSpec owner, String word) {
    int own = owner.arity().max() == 0 ? 0 : 1;
    return values.size() > own && values.subList(own, values.size()).contains(word);
  }

  private static Optional<String> leftOver(
      String word, @Nullable OptionSpec owner, List<String> values) {
    if (owner == null || !isLeftOver(values, owner, word)) {
      return Optional.empty();
    }
    return Optional.of(describe(word, owner, values));
  }

  private static String describe(String word, OptionSpec owner, List<String> values) {
    return owner.arity().max() == 0
        ? owner.longestName() + " takes no value: '" + word + "' is left over."
        : owner.longestName()
            + " takes one value, but was given several: "
            + listed(values)
            + (owner.isMultiValue() ? ". Put commas between names to mix several" : ". Name one")
            + " (a pattern such as *.jpg can match several files), and put a name with spaces in"
            + " quotes.";
  }

  private String ofNoOption(String word) {
    if (commandLine.getParent() == null) {
      return "'" + word + "' is left over: the photo and the painting are named already.";
    }
    return spec.positionalParameters().isEmpty()
        ? "'" + word + "' belongs to no option."
        : "%s takes one %s: '%s' is left over."
            .formatted(spec.name(), spec.positionalParameters().get(0).paramLabel(), word);
  }

  private int start() {
    return commandLine.getParent() == null ? 0 : args.indexOf(spec.name()) + 1;
  }

  private @Nullable OptionSpec option(String argument) {
    return spec.optionsMap().get(argument.replaceFirst("(?s)=.*", ""));
  }

  private static String listed(List<String> values) {
    int most = 3;
    return values.stream()
            .limit(most)
            .map(value -> "'" + value + "'")
            .collect(Collectors.joining(", "))
        + (values.size() > most ? ", ..." : "");
  }
}
