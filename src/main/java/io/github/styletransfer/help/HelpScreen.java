package io.github.styletransfer.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command. */
public final class HelpScreen {
  /** The option that asks for all of it, where {@code --help} leaves most options out. */
  public static final String ALL = "--help-all";

  private static final String SECTION = "screen";

  private final Help help;
  private final CommandSpec spec;
  private final UsageMessageSpec words;
  private final HelpText text;

  private HelpScreen(Help help) {
    this.help = help;
    this.spec = help.commandSpec();
    this.words = spec.usageMessage();
    this.text = new HelpText(words.width(), help.colorScheme());
  }

  /** Gives a command and its subcommands this help. */
  public static void install(CommandLine commandLine) {
    commandLine.setHelpSectionKeys(List.of(SECTION));
    commandLine.setHelpSectionMap(Map.of(SECTION, help -> new HelpScreen(help).render()));
    commandLine.getSubcommands().values().forEach(HelpScreen::install);
  }

  /** What is said to a person who gives no arguments. */
  public static String brief(CommandLine commandLine) {
    HelpScreen screen = new HelpScreen(commandLine.getHelp());
    return String.join("\n\n", screen.beginning()) + "\n";
  }

  private String render() {
    List<String> parts = new ArrayList<>(beginning());
    OptionSpec allOption = spec.findOption(ALL);
    boolean grouped = allOption != null;
    boolean all = !grouped || Boolean.TRUE.equals(allOption.getValue());
    parts.addAll(grouped ? groups(all) : List.of(arguments()));
    if (!help.subcommands().isEmpty()) {
      parts.add(commands());
    }
    if (all) {
      parts.add(exitCodes());
    }
    parts.add(text.paragraphs(List.of(words.footer())));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private List<String> beginning() {
    return Stream.of(
            text.paragraphs(List.of(words.header())),
            usage(),
            text.paragraphs(List.of(words.description())))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private String usage() {
    String start = "Usage: ";
    if (words.customSynopsis().length > 0) {
      return Stream.of(words.customSynopsis())
          .collect(Collectors.joining("\n" + " ".repeat(start.length()), start, ""));
    }
    return start + help.synopsis(start.length()).stripTrailing();
  }

  private List<String> groups(boolean all) {
    List<String> groups = new ArrayList<>();
    for (OptionGroup group : OptionGroup.values()) {
      List<OptionSpec> options =
          group.options(all).stream()
              .map(name -> spec.findOption("--" + name))
              .filter(option -> option != null)
              .toList();
      if (!options.isEmpty()) {
        groups.add(text.heading(group.title()) + "\n" + listed(options));
      }
    }
    return groups;
  }

  private String arguments() {
    Stream<String> parameters =
        spec.positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .map(text::parameter);
    List<OptionSpec> options = spec.options().stream().filter(option -> !option.hidden()).toList();
    return Stream.concat(parameters, Stream.of(listed(options))).collect(Collectors.joining("\n"));
  }

  private String listed(List<OptionSpec> options) {
    return options.stream().map(text::option).collect(Collectors.joining("\n"));
  }

  private String commands() {
    Map<String, Help> commands = help.subcommands();
    int longest = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    return commands.entrySet().stream()
        .filter(command -> !command.getValue().commandSpec().usageMessage().hidden())
        .map(
            command ->
                text.row(
                    command.getKey(),
                    help.colorScheme().commandText(command.getKey()).toString(),
                    String.join(" ", command.getValue().commandSpec().usageMessage().header()),
                    longest))
        .collect(
            Collectors.joining(
                "\n", text.heading("Other commands, each with its own --help") + "\n", ""));
  }

  private String exitCodes() {
    Map<String, String> codes = words.exitCodeList();
    int longest =
        codes.keySet().stream().map(String::length).max(Comparator.naturalOrder()).orElse(0);
    return codes.entrySet().stream()
        .map(code -> text.row(code.getKey(), code.getKey(), code.getValue(), longest))
        .collect(Collectors.joining("\n", text.heading("Exit codes") + "\n", ""));
  }
}
