package io.github.styletransfer.run;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.record.LazyIdentity;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.record.SavedRun;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StyleTransferRun;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a job: reads its files, refuses what can't be done, runs, and writes what came of it. */
public final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  private final TransferJob job;
  private final RunChoices choices;
  private final Path convolutionTimes;
  private final PrintWriter err;
  private final BooleanSupplier terminal;

  /**
   * Does nothing yet.
   *
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   * @param err where a bar is drawn
   * @param terminal whether {@code err} is a terminal
   */
  public JobRun(
      TransferJob job,
      RunChoices choices,
      Path convolutionTimes,
      PrintWriter err,
      BooleanSupplier terminal) {
    this.job = job;
    this.choices = choices;
    this.convolutionTimes = convolutionTimes;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Does it, or as much of it as can be done until it is asked to stop. The result is there when
   * this returns {@link Status#FINISHED}.
   *
   * @throws IOException if an input can't be used
   * @throws UserException if the job can't be done, or a file is missing in the end
   */
  public Status run(GracefulStop stop) throws IOException, UserException {
    MemoryCheck.requireReadable(job);
    CompletableFuture<Void> libraries = job.engine().preload();
    JobInputs inputs = JobInputs.read(job, libraries);
    MemoryCheck.giveBack();
    EngineFactory engines = job.engine().factory(convolutionTimes);
    logSettings(inputs);
    StyleTransferRun planned =
        new StyleTransferRun(engines, inputs.network(), inputs.settings(), List.of());
    require(planned, inputs);
    SavedRun saved = new SavedRun(job.files());
    LazyIdentity identity = new LazyIdentity(job, planned.executor(inputs.content().size()));
    Optional<RunState> from = Optional.empty();
    if (choices.resume()) {
      from = saved.state(identity.get());
      if (isDone(saved, identity, from)) {
        LOG.info("This run is finished already");
        return Status.FINISHED;
      }
      LOG.info(
          from.isPresent() ? "Going on after iteration {}" : "No saved state: a run from the start",
          from.map(RunState::iteration).orElse(0));
    } else if (saved.isFinished()) {
      saved.discardState();
    } else if (saved.hasState()) {
      LOG.warn(
          "{} is of a run that wasn't finished; it will be replaced. To go on from it, stop this run"
              + " now and pass --resume",
          job.files().state());
    }
    return transfer(engines, inputs, identity, from, stop);
  }

  private boolean isDone(SavedRun saved, LazyIdentity identity, Optional<RunState> from)
      throws UserException {
    if (from.isEmpty()) {
      return saved.isDone(identity.get());
    }
    boolean result = saved.hasResult();
    return result && from.get().iteration() >= job.stages().total();
  }

  private void require(StyleTransferRun planned, JobInputs inputs) throws UserException {
    MemoryCheck.require(planned, job.engine().memory(), inputs, job.style().toString());
    DiskRoom.require(job.files(), inputs.content(), inputs.settings(), choices.saveStateEvery());
  }

  private void logSettings(JobInputs inputs) {
    LOG.info("Network {}", job.network());
    LOG.info("{}", inputs.settings().losses());
    LOG.info(
        "{}, {}, starting from {}{}",
        job.optimizer(),
        inputs.schedule(),
        job.start(),
        job.matchColors() ? ", in the style's colours" : "");
  }

  private Status transfer(
      EngineFactory engines,
      JobInputs inputs,
      LazyIdentity identity,
      Optional<RunState> from,
      GracefulStop stop)
      throws UserException {
    FeatureNetwork network = inputs.network();
    try (RunPreview preview = RunPreview.of(choices.previewPort(), job, inputs, from, stop);
        RunRecords records = RunRecords.open(job, inputs, choices, identity, from, err, terminal)) {
      List<TransferListener> listeners = new ArrayList<>(records.listeners());
      listeners.addAll(preview.listeners());
      listeners.add(stop);
      TransferResult result =
          new StyleTransferRun(engines, network, inputs.settings(), listeners)
              .run(inputs.content(), inputs.style(), from, stop.request());
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
          "There isn't enough memory for a result of %d x %d pixels: pass a smaller --size."
              .formatted(inputs.content().width(), inputs.content().height()),
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
              + ": lower --learning-rate or the weights, and check the network file."
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
