package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.LazyIdentity;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.record.SavedRun;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a job: reads its files, refuses what can't be done, runs, and writes the outcome. */
public final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  private final TransferJob job;
  private final RunChoices choices;
  private final PrintWriter err;
  private final BooleanSupplier terminal;

  /**
   * Does nothing yet.
   *
   * @param err where a bar is drawn
   * @param terminal whether {@code err} is a terminal
   */
  public JobRun(TransferJob job, RunChoices choices, PrintWriter err, BooleanSupplier terminal) {
    this.job = job;
    this.choices = choices;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Does the job, or as much of it as is possible until it is asked to stop. The result is there
   * when this returns {@link Status#FINISHED}.
   *
   * @param session for this job
   * @throws IOException if an input can't be used
   * @throws UserException if the job can't be done, or a file is missing at the end
   */
  public Status run(JobSession session, GracefulStop stop) throws IOException, UserException {
    MemoryCheck.requireReadable(job);
    session.preload(job);
    JobInputs inputs = JobInputs.read(job, session);
    MemoryCheck.giveBack();
    logSettings(inputs);
    require(inputs);
    SavedRun saved = new SavedRun(job.files());
    LazyIdentity identity =
        new LazyIdentity(job, inputs.method().executor(inputs.content().size()));
    Optional<RunState> from = Optional.empty();
    if (choices.resume()) {
      from = saved.state(identity.get(), inputs.method()::newArray);
      if (isDone(saved, identity, from, inputs.length())) {
        LOG.info("This run has already finished");
        return Status.FINISHED;
      }
      LOG.info(
          from.isPresent()
              ? "Resuming after iteration {}"
              : "No saved state: starting from the beginning",
          from.map(RunState::iteration).orElse(0));
    } else if (saved.isFinished()) {
      saved.discardState();
    } else if (saved.hasState()) {
      LOG.warn(
          "{} belongs to an unfinished run and will be replaced. To continue that run, stop this"
              + " one now and pass --resume",
          job.files().state());
    }
    return transfer(inputs, identity, from, stop);
  }

  private static boolean isDone(
      SavedRun saved, LazyIdentity identity, Optional<RunState> from, RunLength length)
      throws UserException {
    if (from.isEmpty()) {
      return saved.isDone(identity.get());
    }
    boolean result = saved.hasResult();
    return result && from.get().iteration() >= length.total();
  }

  private void require(JobInputs inputs) throws UserException {
    MemoryCheck.require(job, inputs);
    ImageSize result = inputs.content().size();
    RunLength length = inputs.length();
    DiskRoom.require(
        job.files(),
        result,
        length.total(),
        job.checkpoints().within(length),
        choices.saveStateEvery().isZero() ? 0 : inputs.method().stateBytes(result));
  }

  private void logSettings(JobInputs inputs) {
    job.method().describe(inputs.method().toString(), inputs.schedule()).forEach(LOG::info);
    job.retouch().describe().forEach(LOG::info);
  }

  private Status transfer(
      JobInputs inputs, LazyIdentity identity, Optional<RunState> from, GracefulStop stop)
      throws UserException {
    try (RunPreview preview = RunPreview.of(choices.previewPort(), job, inputs, from, stop);
        RunRecords records = RunRecords.open(job, inputs, choices, identity, from, err, terminal)) {
      List<TransferListener> listeners = new ArrayList<>(records.listeners());
      listeners.addAll(preview.listeners());
      listeners.add(stop);
      TransferResult result = inputs.method().run(inputs.images(), from, listeners, stop.request());
      preview.saving(result);
      return end(result, records, preview);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "Writing to "
              + job.files().logDirectory()
              + " failed ("
              + FileFaults.inWords(e)
              + "). Check the disk and its free space.",
          e);
    } catch (OutOfMemoryError e) {
      throw new UserException(
          ExitCode.MEMORY,
          "There isn't enough memory for a result of %d x %d pixels: pass a smaller --size%s."
              .formatted(
                  inputs.content().width(),
                  inputs.content().height(),
                  job.method().inHeap()
                      ? ", or give Java more, as in java -Xmx8g -jar style-transfer.jar"
                      : ""),
          e);
    }
  }

  private Status end(TransferResult result, RunRecords records, RunPreview preview)
      throws UserException, IOException {
    try {
      return save(result, records, preview);
    } catch (UserException e) {
      preview.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Status save(TransferResult result, RunRecords records, RunPreview preview)
      throws UserException, IOException {
    if (result instanceof TransferResult.Finished finished) {
      records.finish(finished);
      preview.finished();
      return Status.FINISHED;
    } else if (result instanceof TransferResult.Interrupted interrupted) {
      preview.stopped(interrupted, records.stop(interrupted));
      return Status.STOPPED;
    } else if (result instanceof TransferResult.Diverged diverged) {
      Optional<Path> best = diverged.best().map(image -> saved(image, records));
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

  private Path saved(IterationImage image, RunRecords records) {
    Path file = job.files().checkpoint(image.iteration());
    records.disk().write(file, () -> new ImageWriter().write(image.image(), file));
    return file;
  }
}
