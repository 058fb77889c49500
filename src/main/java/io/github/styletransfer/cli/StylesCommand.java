package io.github.styletransfer.cli;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.run.PaintingSheet;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the paintings that can be named without a folder. */
@Command(
    name = StylesCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Shows the paintings in input/style/ and input/ on one sheet.",
    footer = {
      "Their names and sizes are printed on standard error, the path of the sheet on standard"
          + " output. --style takes each of the names; --style random takes any of them."
    })
final class StylesCommand implements Callable<Integer> {
  static final String NAME = "styles";

  private static final Logger LOG = LoggerFactory.getLogger(StylesCommand.class);
  private static final long MOST_PIXELS = Long.parseLong(ImageOptions.USUAL_MOST_PIXELS);

  private final Path workingDirectory;
  private final BooleanSupplier terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "output/styles.png",
      description = "The sheet, a .png file (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Mixin private ShowOptions showOptions = new ShowOptions();

  StylesCommand(Path workingDirectory, BooleanSupplier terminal) {
    this.workingDirectory = workingDirectory;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws UserException {
    requirePng();
    List<Path> paintings =
        new PaintingShelf(new LocalFiles(workingDirectory))
            .names().stream().map(workingDirectory::resolve).toList();
    PaintingSheet sheet = PaintingSheet.read(paintings, MOST_PIXELS);
    if (sheet.isEmpty()) {
      throw new UserException(
          ExitCode.IMAGE,
          "There are no paintings in input/style/ or input/ of this folder: put some there.");
    }
    sheet.lines().forEach(LOG::info);
    Path file = workingDirectory.resolve(output);
    try {
      sheet.write(file);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The sheet "
              + file
              + " can't be written ("
              + FileFaults.inWords(e)
              + "): choose another with --output.",
          e);
    }
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    showOptions.show(file, MOST_PIXELS, commandLine.getErr(), terminal);
    commandLine.getOut().println(file);
    return ExitCode.SUCCESS.code();
  }

  private void requirePng() throws UserException {
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new UserException(
          ExitCode.USAGE, "The sheet " + output + " must end in .png: give such a name.");
    }
  }
}
