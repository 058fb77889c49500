package io.github.styletransfer.cli;

import io.github.styletransfer.help.OptionGroup;
import io.github.styletransfer.help.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what a distribution has beside the program: man pages, in AsciiDoc, and scripts for
 * shells. Called by the build.
 */
public final class ManualPages {
  private static final Map<Shell, String> SCRIPTS =
      Map.of(
          Shell.BASH, "style-transfer",
          Shell.ZSH, "_style-transfer",
          Shell.FISH, "style-transfer.fish");

  private ManualPages() {}

  /**
   * Writes the files.
   *
   * @param arguments the folders for the pages and for the scripts, which are made
   */
  public static void main(String[] arguments) throws IOException {
    CommandLine main = CommandLineRunner.inProcess(Path.of("")).commandLine();
    write(main, Path.of(arguments[0]));
    writeScripts(main, Path.of(arguments[1]));
  }

  /** Writes a page for each command. */
  static void write(CommandLine main, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<CommandSpec> pages = new ArrayList<>(List.of(page(main)));
    main.getSubcommands().values().forEach(command -> pages.add(page(command)));
    int fault =
        ManPageGenerator.generateManPage(
            folder.toFile(), null, new boolean[0], false, pages.toArray(CommandSpec[]::new));
    if (fault != 0) {
      throw new IOException("picocli's generator of man pages failed with " + fault);
    }
    for (CommandSpec page : pages) {
      Path file = folder.resolve(page.name() + ".adoc");
      Files.writeString(file, mended(Files.readString(file)));
    }
  }

  private static void writeScripts(CommandLine main, Path folder) throws IOException {
    for (Shell shell : Shell.values()) {
      Path file = folder.resolve(shell.toString()).resolve(SCRIPTS.get(shell));
      Files.createDirectories(file.getParent());
      Files.writeString(file, CompletionCommand.script(main, shell));
    }
  }

  /**
   * Keeps lines that belong together apart, and braces from AsciiDoc, to which they mean others.
   */
  private static String mended(String page) {
    return page.replaceAll("\\{(content|style|ending|number)}", "\\\\{$1}")
        .replace(
            "PHOTO PAINTING\nstyle-transfer COMMAND", "PHOTO PAINTING +\nstyle-transfer COMMAND")
        .replaceAll("(?m)^(Examples:|To load .*|and in .*)\n  ", "$1\n\n  ")
        .replaceAll("(?m)^(  source .*)\n(?=and)", "$1\n\n")
        .replace("== Footer\n\n[%hardbreaks]\n", "== Notes\n\n");
  }

  /** The command with its options in groups, as its help has them. */
  private static CommandSpec page(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    CommandSpec page =
        CommandSpec.create().name(spec.qualifiedName("-")).mixinStandardHelpOptions(false);
    UsageMessageSpec words = spec.usageMessage();
    page.usageMessage()
        .header(
            Stream.of(words.header())
                .map(line -> line.replaceFirst("\\.$", ""))
                .toArray(String[]::new))
        .customSynopsis(synopsis(command))
        .description(words.description().length > 0 ? words.description() : words.header())
        .footerHeading("%n")
        .footer(words.footer())
        .exitCodeListHeading("Exit status%n")
        .exitCodeList(words.exitCodeList());
    page.version(new String[] {"style-transfer"});
    spec.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .forEach(
            parameter ->
                page.addPositional(
                    PositionalParamSpec.builder()
                        .paramLabel(parameter.paramLabel())
                        .arity(parameter.arity())
                        .description(parameter.description())
                        .build()));
    if (command.getSubcommands().isEmpty()) {
      spec.options().stream()
          .filter(option -> !option.hidden())
          .forEach(option -> page.addOption(copy(option)));
    } else {
      for (OptionGroup group : OptionGroup.values()) {
        ArgGroupSpec.Builder builder =
            ArgGroupSpec.builder().heading(group.title() + "%n").validate(false).exclusive(false);
        group.options(true).forEach(name -> builder.addArg(copy(spec.findOption("--" + name))));
        page.addArgGroup(builder.build());
      }
    }
    return new CommandLine(page).getCommandSpec();
  }

  private static String[] synopsis(CommandLine command) {
    UsageMessageSpec words = command.getCommandSpec().usageMessage();
    return words.customSynopsis().length > 0
        ? words.customSynopsis()
        : command.getHelp().synopsis(0).lines().map(String::stripTrailing).toArray(String[]::new);
  }

  private static OptionSpec copy(OptionSpec option) {
    return OptionSpec.builder(option.names())
        .paramLabel(option.paramLabel())
        .arity(option.arity())
        .type(option.arity().max() == 0 ? boolean.class : String.class)
        .negatable(option.negatable())
        .description(
            Stream.of(option.description())
                .map(line -> line.replace("%", "%%"))
                .toArray(String[]::new))
        .build();
  }
}
