package io.github.styletransfer.cli;

import io.github.styletransfer.preview.PreviewServer;
import io.github.styletransfer.preview.PreviewSubject;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live page of a run, if one is asked for.
 *
 * @param server empty for none
 * @param job that is shown
 */
record RunPreview(Optional<PreviewServer> server, TransferJob job) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunPreview.class);

  /**
   * Begins to serve the page.
   *
   * @param port empty for no page
   * @param stop is asked by the page's stop button
   * @throws UserException if the port can't be used
   */
  static RunPreview of(OptionalInt port, TransferJob job, JobInputs inputs, GracefulStop stop)
      throws UserException {
    if (port.isEmpty()) {
      return new RunPreview(Optional.empty(), job);
    }
    try {
      PreviewServer server =
          PreviewServer.start(
              port.getAsInt(),
              new PreviewSubject(
                  String.valueOf(job.files().result().getFileName()),
                  inputs.content(),
                  inputs.style(),
                  inputs.stages()),
              stop::ask,
              System::nanoTime);
      LOG.info("Preview at {}", server.address());
      return new RunPreview(Optional.of(server), job);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.USAGE,
          "There can be no preview, as "
              + FileFaults.inWords(e)
              + ": choose another with --preview PORT, or pass --preview alone.",
          e);
    }
  }

  /** What is to hear of the run's events. */
  List<TransferListener> listeners() {
    return server.map(PreviewServer::listener).stream().toList();
  }

  /** Tells the page how the run ended. */
  void end(TransferResult result) {
    if (server.isEmpty()) {
      return;
    }
    PreviewServer page = server.get();
    if (result instanceof TransferResult.Finished finished) {
      page.show(finished.image());
      page.end("Finished: " + job.files().result());
    } else if (result instanceof TransferResult.Interrupted interrupted) {
      interrupted.image().ifPresent(image -> page.show(image.image()));
      page.end("Stopped after iteration " + interrupted.state().iteration());
    } else if (result instanceof TransferResult.Diverged diverged) {
      diverged.best().ifPresent(image -> page.show(image.image()));
      page.end("Ended, as the loss became " + diverged.loss());
    }
  }

  @Override
  public void close() {
    server.ifPresent(PreviewServer::close);
  }
}
