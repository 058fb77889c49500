package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The man pages, before they are set. */
class ManualPagesTest extends ProgramFixture {
  @Test
  void tellOfEachCommandsOptions() throws IOException {
    CommandLine main = program.commandLine();
    ManualPages.write(main, folder.resolve("man"));

    assertTells("style-transfer", main);
    for (CommandLine command : main.getSubcommands().values()) {
      assertTells(command.getCommandSpec().qualifiedName("-"), command);
    }
  }

  private void assertTells(String page, CommandLine command) throws IOException {
    String text = Files.readString(folder.resolve("man").resolve(page + ".adoc"));

    assertThat(text)
        .contains("= " + page + "(1)\n", "== Synopsis\n\nstyle-transfer", "== Exit status");
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        assertThat(text)
            .contains(
                option.longestName().replaceFirst("^--", option.negatable() ? "--[no-]" : "--"))
            .doesNotContain("${");
      }
    }
  }
}
