package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.help.OptionGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The help as a person reads it. */
class HelpTest extends ProgramFixture {
  /** Lines of a terminal of ordinary size, times two: what a person reads at once. */
  private static final int MOST_LINES = 100;

  @Test
  void sortsAllOptionsIntoGroupsOnce() {
    List<String> options =
        program.commandLine().getCommandSpec().options().stream()
            .map(option -> option.longestName().substring(2))
            .toList();
    List<String> grouped =
        Arrays.stream(OptionGroup.values()).flatMap(group -> group.options(true).stream()).toList();

    assertThat(grouped).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void beginsWithWhatMostPeopleNeed() {
    program.run("--help");

    assertThat(program.exitCode()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(program.out())
        .startsWith(
            """
            Paints a photo in the style of a painting.

            Usage: style-transfer [OPTIONS] PHOTO PAINTING
                   style-transfer COMMAND [OPTIONS]

            Examples:
              style-transfer photo.jpg painting.jpg
            """)
        .contains("\nWhat goes in and out:\n  -c, --content=FILE ", "\nHow it looks:\n")
        .doesNotContain("--beta1", "Exit codes");
    assertThat(program.out().lines()).hasSizeLessThan(MOST_LINES);
  }

  @Test
  void isShownByACommand() {
    program.run("help");
    String help = program.out();
    program.run("--help");
    assertThat(help).isEqualTo(program.out());

    program.run("help", "fetch");
    help = program.out();
    program.run("fetch", "--help");
    assertThat(help).isEqualTo(program.out()).contains("style-transfer fetch");

    program.run("help", "batsh");
    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer help: There is no command 'batsh': did you mean batch?\n");
  }

  @Test
  void isBriefForAPersonWhoGivesNoArguments() {
    program.run();

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("Paints a photo in the style of a painting.\n\nUsage: ")
        .contains("  style-transfer photo.jpg painting.jpg\n")
        .endsWith("\n\n" + SEE_HELP);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void fitsTheTerminalWithoutBreakingNames(int width) {
    CommandLine main = program.commandLine();
    main.setUsageHelpAutoWidth(false);
    main.setUsageHelpWidth(width);
    program.commandLine();
    for (String option : List.of("--help", "--help-all")) {
      main.parseArgs(option);
      assertFits(main, width);
    }
    main.getSubcommands().values().forEach(command -> assertFits(command, width));
  }

  private static void assertFits(CommandLine command, int width) {
    String help = command.getUsageMessage();
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    String words = help.replaceAll("\\s+", " ");
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String line : option.description()) {
        if (help.contains(option.longestName()) && !option.hidden()) {
          assertThat(help.replaceAll("\\s+", " "))
              .satisfiesAnyOf(
                  all -> assertThat(all).contains(line.replaceAll("\\s+", " ")),
                  all -> assertThat(all).doesNotContain(start(line)));
        }
      }
    }
    assertThat(words.toLowerCase(Locale.ROOT)).doesNotContain("${", "%n");
  }

  private static String start(String line) {
    return line.substring(0, Math.min(line.length(), 12));
  }
}
