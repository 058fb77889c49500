package io.github.styletransfer.run;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.LazyIdentity;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.record.SavedRun;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a job: reads its files, refuses what can't be done, runs, and writes the outcome. */
public final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  private static final TransferListener NOBODY = new TransferListener() {};

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
    return compute(session, stop, stages -> NOBODY).finish();
  }

  /**
   * Does the job's iterations, or as many as are possible until it is asked to stop.
   *
   * @param session for this job
   * @param watch gets the run's stages, and makes what hears of the run beside its records
   * @return writes what comes of it
   * @throws IOException if an input can't be used
   * @throws UserException if the job can't be done
   */
  public ComputedJob compute(
      JobSession session, GracefulStop stop, Function<List<PlannedStage>, TransferListener> watch)
      throws IOException, UserException {
    FittedJob fitted = FittedJob.read(job, session);
    return new JobRun(fitted.job(), choices, err, terminal)
        .compute(fitted.inputs(), session, stop, watch);
  }

  private ComputedJob compute(
      JobInputs inputs,
      JobSession session,
      GracefulStop stop,
      Function<List<PlannedStage>, TransferListener> watch)
      throws UserException {
    logSettings(inputs);
    require(job, inputs, choices);
    SavedRun saved = new SavedRun(job.files());
    LazyIdentity identity =
        new LazyIdentity(job, inputs.method().executor(inputs.content().size()), session.digests());
    Optional<RunState> from = Optional.empty();
    if (choices.resume() != Resume.NEVER) {
      try {
        from = saved.state(identity.get(), inputs.method()::newArray);
        if (isDone(saved, identity, from, inputs.length())) {
          LOG.info("This run has already finished");
          return ComputedJob.done(job, inputs.content());
        }
      } catch (UserException e) {
        if (choices.resume() != Resume.IF_SAME || e.exitCode() != ExitCode.STATE) {
          throw e;
        }
        LOG.debug("Begins at the beginning", e);
        saved.discardState();
        from = Optional.empty();
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
    return transfer(inputs, session, identity, from, stop, watch.apply(inputs.stages()));
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

  /** Refuses a run that memory or disk has no room for. */
  static void require(TransferJob job, JobInputs inputs, RunChoices choices) throws UserException {
    MemoryCheck.require(job, inputs);
    DiskRoom.require(job.files(), DiskRoom.need(job, inputs, choices));
  }

  private void logSettings(JobInputs inputs) {
    job.method().describe(inputs.method().toString(), inputs.schedule()).forEach(LOG::info);
    job.retouch().describe().forEach(LOG::info);
  }

  private ComputedJob transfer(
      JobInputs inputs,
      JobSession session,
      LazyIdentity identity,
      Optional<RunState> from,
      GracefulStop stop,
      TransferListener watch)
      throws UserException {
    RunPreview preview = RunPreview.of(choices.previewPort(), job, inputs, from, stop);
    try {
      RunRecords records = RunRecords.open(job, inputs, choices, identity, from, err, terminal);
      try {
        List<TransferListener> listeners = new ArrayList<>(records.listeners());
        listeners.addAll(preview.listeners());
        listeners.add(stop);
        listeners.add(watch);
        long start = System.nanoTime();
        TransferResult result =
            inputs.method().run(inputs.images(), from, listeners, stop.request());
        if (from.isEmpty() && result instanceof TransferResult.Finished) {
          session.learn(job, inputs.stages(), Duration.ofNanos(System.nanoTime() - start));
        }
        preview.saving(result);
        return ComputedJob.of(
            job, inputs.content(), new ComputedJob.Ending(result, records, preview));
      } catch (IOException | RuntimeException | Error e) {
        records.close();
        throw e;
      }
    } catch (IOException e) {
      preview.close();
      throw ComputedJob.unwritable(job, e);
    } catch (OutOfMemoryError e) {
      preview.close();
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
    } catch (RuntimeException | Error e) {
      preview.close();
      throw e;
    }
  }
}
