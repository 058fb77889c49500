package io.github.styletransfer.run;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job whose iterations are done, and whose files have yet to be written; another job may be
 * computed in the meantime. Nothing is left to do for a job that an earlier run has finished.
 */
public final class ComputedJob {
  private final TransferJob job;
  private final RgbImage photo;
  private final @Nullable Ending ending;

  /**
   * What a run has to be ended with.
   *
   * @param result of the run
   * @param records are written at the end
   * @param preview shows the end
   */
  record Ending(TransferResult result, RunRecords records, RunPreview preview) {}

  private ComputedJob(TransferJob job, RgbImage photo, @Nullable Ending ending) {
    this.job = job;
    this.photo = photo;
    this.ending = ending;
  }

  static ComputedJob of(TransferJob job, RgbImage photo, Ending ending) {
    return new ComputedJob(job, photo, ending);
  }

  /** A job whose result is there already. */
  static ComputedJob done(TransferJob job, RgbImage photo) {
    return new ComputedJob(job, photo, null);
  }

  /** The photo at the result's size. */
  public RgbImage photo() {
    return photo;
  }

  /** The result; empty if the job was stopped before its end, or an earlier run has finished it. */
  public Optional<RgbImage> image() {
    return ending != null && ending.result() instanceof TransferResult.Finished finished
        ? Optional.of(finished.image())
        : Optional.empty();
  }

  /**
   * Writes what comes of it. To be called once. The result is there when this returns {@link
   * Status#FINISHED}.
   *
   * @throws UserException if a file is missing at the end, or the losses became infinite
   */
  public Status finish() throws UserException {
    if (ending == null) {
      return Status.FINISHED;
    }
    try (RunPreview preview = ending.preview();
        RunRecords records = ending.records()) {
      return save(ending.result(), records, preview);
    } catch (IOException e) {
      throw unwritable(job, e);
    }
  }

  /** Leaves it as it is, with nothing written. */
  void abandon() {
    if (ending != null) {
      ending.records().close();
      ending.preview().close();
    }
  }

  static UserException unwritable(TransferJob job, IOException cause) {
    return new UserException(
        ExitCode.OUTPUT,
        "Writing to "
            + job.files().logDirectory()
            + " failed ("
            + FileFaults.inWords(cause)
            + "). Check the disk and its free space.",
        cause);
  }

  private Status save(TransferResult result, RunRecords records, RunPreview preview)
      throws UserException, IOException {
    try {
      return write(result, records, preview);
    } catch (UserException e) {
      preview.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Status write(TransferResult result, RunRecords records, RunPreview preview)
      throws UserException, IOException {
    if (result instanceof TransferResult.Finished finished) {
      records.finish(finished);
      preview.finished();
      return Status.FINISHED;
    } else if (result instanceof TransferResult.Interrupted interrupted) {
      preview.stopped(interrupted, records.stop(interrupted));
      return Status.STOPPED;
    } else if (result instanceof TransferResult.Diverged diverged) {
      Optional<Path> best = diverged.best().map(records::save);
      records.diverge();
      throw new UserException(
          ExitCode.DIVERGED,
          "The total loss became "
              + diverged.loss()
              + " at iteration "
              + (diverged.iteration() + 1)
              + ": "
              + job.method().remedyForDivergence()
              + "."
              + best.map(file -> " The best image so far is " + file + ".").orElse(""));
    }
    throw new IllegalStateException("a result of another kind");
  }
}
