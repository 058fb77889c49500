package io.github.styletransfer.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Scripts by which shells complete command lines. They are made here, as picocli's completes
 * neither fish, nor values that are files in some folder or one of several words.
 *
 * @param main the main command with its subcommands
 * @param layers that options of layers take
 */
public record CompletionScript(CommandLine main, List<String> layers) {
  /** Copies the list. */
  public CompletionScript {
    layers = List.copyOf(layers);
  }

  /** The script for a shell. */
  public String in(Shell shell) {
    String template = template(shell);
    return switch (shell) {
      case BASH ->
          template
              .replace("${commands}", String.join(" ", main.getSubcommands().keySet()))
              .replace("${options}", lines(this::bashOptions))
              .replace("${values}", lines(this::bashValues));
      case ZSH ->
          template
              .replace("${commands}", zshCommands())
              .replace("${main}", zshOptions(main.getCommandSpec(), "  "))
              .replace(
                  "${others}", lines((name, spec) -> name.isEmpty() ? "" : zshCase(name, spec)));
      case FISH ->
          template
              .replace("${commands}", String.join(" ", main.getSubcommands().keySet()))
              .replace("${lines}", fishCommands() + lines(this::fishOptions));
    };
  }

  private static String template(Shell shell) {
    String name = "completion." + shell;
    try (InputStream in =
        Objects.requireNonNull(CompletionScript.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something for each command, of which the main one has no name. */
  @FunctionalInterface
  private interface Part {
    String of(String name, CommandSpec spec);
  }

  private String lines(Part part) {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    commands.put("", main.getCommandSpec());
    main.getSubcommands().forEach((name, command) -> commands.put(name, command.getCommandSpec()));
    return commands.entrySet().stream()
        .map(command -> part.of(command.getKey(), command.getValue()))
        .collect(Collectors.joining());
  }

  private static Stream<String> names(OptionSpec option) {
    Stream<String> names = Stream.of(option.names());
    return option.negatable()
        ? Stream.concat(names, Stream.of(option.longestName().replaceFirst("^--", "--no-")))
        : names;
  }

  private static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0 && !option.negatable();
  }

  private ValueHint hint(ArgSpec argument) {
    return ValueHint.of(argument, layers);
  }

  private String bashOptions(String name, CommandSpec spec) {
    return "    %s) options='%s' ;;%n"
        .formatted(
            name.isEmpty() ? "''" : name,
            spec.options().stream()
                .flatMap(CompletionScript::names)
                .filter(option -> option.startsWith("--"))
                .collect(Collectors.joining(" ")));
  }

  private String bashValues(String name, CommandSpec spec) {
    StringBuilder lines = new StringBuilder();
    for (OptionSpec option : spec.options()) {
      if (takesValue(option)) {
        lines.append(
            "    %s) %s ;;%n"
                .formatted(
                    names(option)
                        .map(word -> "'" + name + " " + word + "'")
                        .collect(Collectors.joining("|")),
                    call("_style_transfer_value", hint(option))));
      }
    }
    spec.positionalParameters().stream()
        .filter(parameter -> !name.isEmpty() && !hint(parameter).isEmpty())
        .forEach(
            parameter ->
                lines.append(
                    "    '%s ') %s ;;%n"
                        .formatted(name, call("_style_transfer_value", hint(parameter)))));
    return lines.toString();
  }

  private static String call(String function, ValueHint hint) {
    List<String> words = new ArrayList<>(List.of(function, hint.kind().toString()));
    words.add(hint.folder().isEmpty() ? "''" : hint.folder());
    words.add(hint.isList() ? "list" : "one");
    words.addAll(hint.words());
    return String.join(" ", words);
  }

  private String zshCommands() {
    return main.getSubcommands().entrySet().stream()
        .map(
            command ->
                "    '%s:%s'%n"
                    .formatted(
                        command.getKey(),
                        quoted(header(command.getValue().getCommandSpec()).replace(":", "\\:"))))
        .collect(Collectors.joining());
  }

  private static String header(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().header());
  }

  private String zshCase(String name, CommandSpec spec) {
    String parameter =
        spec.positionalParameters().stream()
            .map(some -> "        '1:%s' \\%n".formatted(zshValue(some)))
            .collect(Collectors.joining());
    return "      %s)%n        shift words; (( CURRENT-- ))%n        _arguments -S \\%n%s%s        && return 0%n        return 1 ;;%n"
        .formatted(name, parameter, zshOptions(spec, "        "));
  }

  private String zshOptions(CommandSpec spec, String indent) {
    StringBuilder lines = new StringBuilder();
    for (OptionSpec option : spec.options()) {
      String meaning =
          quoted(brief(option).replace("[", "\\[").replace("]", "\\]").replace(":", "\\:"));
      boolean optional = option.arity().min() == 0;
      String value = takesValue(option) ? (optional ? "::" : ":") + zshValue(option) : "";
      for (String name : names(option).toList()) {
        String joint = value.isEmpty() || !name.startsWith("--") ? "" : optional ? "=-" : "=";
        lines.append(
            "%s'%s%s%s[%s]%s' \\%n"
                .formatted(indent, option.isMultiValue() ? "*" : "", name, joint, meaning, value));
      }
    }
    return lines.toString();
  }

  private String zshValue(ArgSpec argument) {
    return "value: "
        + call("_style_transfer_value", hint(argument))
            .replace(":", "\\:")
            .replace("''", "'\\'''\\''");
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }

  /** The first sentence of what an option means. */
  private static String brief(OptionSpec option) {
    String all = String.join(" ", option.description());
    return all.replaceFirst("^(Network|Patches|VGG-19|Adam)( and thin| only): ", "")
        .replaceFirst("(?s)\\s*\\(default: .*", "")
        .replaceFirst("(?s)(?<=[a-z)])[.;:] .*", "")
        .replaceFirst("\\.$", "");
  }

  private String fishCommands() {
    return main.getSubcommands().entrySet().stream()
        .map(
            command ->
                "complete -c style-transfer -n __style_transfer_is_first -a %s -d '%s'%n"
                    .formatted(command.getKey(), fish(header(command.getValue().getCommandSpec()))))
        .collect(Collectors.joining());
  }

  private String fishOptions(String command, CommandSpec spec) {
    StringBuilder lines = new StringBuilder();
    String condition =
        "-n '__style_transfer_command%s'".formatted(command.isEmpty() ? "" : " " + command);
    for (OptionSpec option : spec.options()) {
      String letters =
          Stream.of(option.names())
              .filter(name -> !name.startsWith("--"))
              .map(name -> " -s " + name.substring(1))
              .collect(Collectors.joining());
      names(option)
          .filter(name -> name.startsWith("--"))
          .forEach(
              name ->
                  lines.append(
                      "complete -c style-transfer %s -l %s%s%s -d '%s'%n"
                          .formatted(
                              condition,
                              name.substring(2),
                              name.equals(option.longestName()) ? letters : "",
                              takesValue(option) ? fishValue(option) : "",
                              fish(brief(option)))));
    }
    if (!command.isEmpty()) {
      spec.positionalParameters().stream()
          .filter(parameter -> !hint(parameter).words().isEmpty())
          .forEach(
              parameter ->
                  lines.append(
                      "complete -c style-transfer %s -f -a '%s'%n"
                          .formatted(condition, String.join(" ", hint(parameter).words()))));
    }
    return lines.toString();
  }

  private String fishValue(OptionSpec option) {
    ValueHint hint = hint(option);
    boolean optional = option.arity().min() == 0;
    if (hint.isList()) {
      return " -x -a '(__style_transfer_list " + String.join(" ", hint.words()) + ")'";
    }
    List<String> values = new ArrayList<>(hint.words());
    if (!hint.folder().isEmpty()) {
      values.add("(__style_transfer_names " + hint.folder() + ")");
    }
    if (hint.kind() == ValueHint.Kind.FOLDERS) {
      values.add("(__fish_complete_directories)");
    }
    String list = values.isEmpty() ? "" : " -a '" + String.join(" ", values) + "'";
    boolean files = hint.kind() == ValueHint.Kind.FILES;
    return (files ? " -F" : " -f") + (optional ? "" : " -r") + list;
  }

  private static String fish(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
