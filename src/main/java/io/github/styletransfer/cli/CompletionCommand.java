package io.github.styletransfer.cli;

import io.github.styletransfer.help.CompletionScript;
import io.github.styletransfer.help.Shell;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.network.vgg.LayerNames;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes command lines. */
@Command(
    name = CompletionCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Prints a script by which a shell completes options and values.",
    footer = {
      "To load it, write in ~/.bashrc or ~/.zshrc:",
      "  source <(style-transfer completion bash)",
      "and in ~/.config/fish/config.fish:",
      "  style-transfer completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  static final String NAME = "completion";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "The shell: bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    CommandLine own = Objects.requireNonNull(spec).commandLine();
    own.getOut().print(script(own.getParent(), shell));
    own.getOut().flush();
    return ExitCode.SUCCESS.code();
  }

  /**
   * The script.
   *
   * @param main the main command with its subcommands
   */
  static String script(CommandLine main, Shell shell) {
    return new CompletionScript(main, LayerNames.ALL).in(shell);
  }
}
