package io.github.styletransfer.cli;

import io.github.styletransfer.display.DesktopViewer;
import io.github.styletransfer.display.ShowKind;
import io.github.styletransfer.display.TerminalViewer;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.run.RunTimelapse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What shows a run's result. */
final class ShowOptions {
  private static final Logger LOG = LoggerFactory.getLogger(ShowOptions.class);

  @Option(
      names = "--timelapse",
      paramLabel = "FILE",
      description =
          "Also write a video of the run: .mp4, .gif or .webp. A name without a folder goes to"
              + " output/.")
  @Nullable Path timelapse;

  @Option(
      names = "--show",
      paramLabel = "auto|kitty|iterm|sixel|blocks",
      arity = "0..1",
      fallbackValue = AttachedValue.AUTO,
      preprocessor = AttachedValue.class,
      description =
          "Show the result in the terminal: by Kitty's or iTerm2's protocol, as Sixels, or in half"
              + " blocks; auto: by the best of them that the terminal knows.")
  @Nullable ShowKind show;

  @Option(
      names = "--open",
      description = "Open the result with the desktop's viewer when the run has finished.")
  boolean open;

  /**
   * The video that is asked for, if one is.
   *
   * @param overwrite whether a file that exists is replaced
   * @throws UserException if it can't be written
   */
  Optional<RunTimelapse> timelapse(Path workingDirectory, TransferJob job, boolean overwrite)
      throws UserException {
    return timelapse == null
        ? Optional.empty()
        : Optional.of(RunTimelapse.of(timelapse, workingDirectory, job, overwrite));
  }

  /**
   * Does what is asked for, or warns that it can't be done: the result is there all the same.
   *
   * @param result the finished one
   * @param maxPixels that it may have
   * @param err where it is shown
   * @param terminal whether {@code err} is a terminal
   */
  void show(Path result, long maxPixels, PrintWriter err, BooleanSupplier terminal) {
    if (show != null) {
      showInTerminal(show, result, maxPixels, err, terminal);
    }
    if (open) {
      DesktopViewer.ofProcess()
          .open(result)
          .ifPresent(fault -> LOG.warn("The result can't be opened, as {}", fault));
    }
  }

  private static void showInTerminal(
      ShowKind kind, Path result, long maxPixels, PrintWriter err, BooleanSupplier terminal) {
    if (!terminal.getAsBoolean()) {
      LOG.warn("--show has no effect, as standard error is no terminal that can show pictures");
      return;
    }
    try {
      TerminalViewer.ofProcess(err).show(new ImageReader(maxPixels).read(result), kind);
    } catch (ImageFileException | LinkageError | RuntimeException e) {
      LOG.warn("The result can't be shown: {}", e.getMessage());
      LOG.debug("The result can't be shown", e);
    }
  }
}
