package io.github.styletransfer.run;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.preview.PreviewEnd;
import io.github.styletransfer.preview.PreviewServer;
import io.github.styletransfer.preview.PreviewSubject;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live page of a run, if one is asked for.
 *
 * @param server empty for none
 * @param job that is shown
 * @param choice whether it stays
 * @param stop tells who has stopped the run
 */
record RunPreview(
    Optional<PreviewServer> server, TransferJob job, PreviewChoice choice, GracefulStop stop)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunPreview.class);

  /**
   * Begins to serve the page.
   *
   * @param choice whether there is to be a page, and where
   * @param from what an earlier part of the run left
   * @param stop is asked by the page's stop button
   * @throws UserException if the port can't be used
   */
  static RunPreview of(
      PreviewChoice choice,
      TransferJob job,
      JobInputs inputs,
      Optional<RunState> from,
      GracefulStop stop)
      throws UserException {
    if (choice.port().isEmpty()) {
      return new RunPreview(Optional.empty(), job, choice, stop);
    }
    try {
      PreviewServer server =
          PreviewServer.start(
              choice.port().getAsInt(),
              new PreviewSubject(
                  String.valueOf(job.files().result().getFileName()),
                  inputs.content(),
                  inputs.styles(),
                  inputs.stages(),
                  inputs.method().lossNames(),
                  from.map(RunState::losses).orElse(List.of())),
              stop::ask,
              System::nanoTime);
      LOG.info("Preview at {}", server.address());
      return new RunPreview(Optional.of(server), job, choice, stop);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.USAGE,
          "The preview can't start, as "
              + FileFaults.inWords(e)
              + ": choose another with --preview PORT, or pass --preview alone.",
          e);
    }
  }

  /** The listeners that follow the run. */
  List<TransferListener> listeners() {
    return server.map(PreviewServer::listener).stream().toList();
  }

  /** Shows the run's last image while it is being saved. */
  void saving(TransferResult result) {
    server.ifPresent(
        page -> {
          lastImage(result).ifPresent(page::show);
          page.say("Saving the image…");
        });
  }

  private static Optional<RgbImage> lastImage(TransferResult result) {
    if (result instanceof TransferResult.Finished finished) {
      return Optional.of(finished.image());
    } else if (result instanceof TransferResult.Interrupted interrupted) {
      return interrupted.image().map(IterationImage::image);
    } else if (result instanceof TransferResult.Diverged diverged) {
      return diverged.best().map(IterationImage::image);
    }
    return Optional.empty();
  }

  /** The result has been saved. */
  void finished() {
    Path result = job.files().result();
    end(
        new PreviewEnd(
            "Finished: saved " + result.getFileName(),
            "Finished; the result is " + result,
            Optional.of(result),
            stays()));
  }

  /**
   * The run was stopped, and everything that it leaves has been saved.
   *
   * @param message where the image is and how to continue
   */
  void stopped(TransferResult.Interrupted interrupted, String message) {
    Optional<Path> saved =
        interrupted.image().map(image -> job.files().checkpoint(image.iteration()));
    end(
        new PreviewEnd(
            saved
                .map(file -> "Stopped: saved " + file.getFileName())
                .orElse("Stopped: no image yet"),
            message,
            saved,
            stays()));
  }

  /** The run has ended in another way. */
  void failed(String message) {
    end(PreviewEnd.failed(message));
  }

  /** Whoever sends a signal wants the program to end, not to look at a page. */
  private boolean stays() {
    return choice.kept().isPresent() && !stop.isSignalled();
  }

  private void end(PreviewEnd end) {
    server.ifPresent(
        page -> {
          page.end(end);
          if (end.stays()) {
            choice.kept().ifPresent(kept -> kept.keep(page));
          }
        });
  }

  /** Ends the page, unless it stays. */
  @Override
  public void close() {
    if (choice.kept().filter(KeptPreview::isKept).isEmpty()) {
      server.ifPresent(PreviewServer::close);
    }
  }
}
