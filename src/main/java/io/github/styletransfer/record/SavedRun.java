package io.github.styletransfer.record;

import io.github.styletransfer.descent.IterationCount;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.StartOption;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left in its log folder.
 *
 * @param files of the run
 */
public record SavedRun(OutputFiles files) {
  private static final Logger LOG = LoggerFactory.getLogger(SavedRun.class);
  private static final String AFRESH =
      " Nothing was changed. Run without --resume to start from the beginning.";

  /** Whether there is a state. */
  public boolean hasState() {
    return Files.exists(files.state());
  }

  /** Whether the last run came to its end. */
  public boolean isFinished() {
    return finished().isPresent();
  }

  /**
   * Whether there is a record of what the run was asked for.
   *
   * @throws UserException if there is a state that can't be read
   */
  public boolean isRecorded() throws UserException {
    return !recorded().isEmpty();
  }

  /**
   * The seed that the run drew, which a command line without a seed doesn't name.
   *
   * @throws UserException if there is a state that can't be read
   */
  public OptionalLong seed() throws UserException {
    return recorded(StartOption.SEED)
        .filter(seed -> seed.matches("-?\\d{1,18}"))
        .map(seed -> OptionalLong.of(Long.parseLong(seed)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * The value that the run had for an option that decides its result; those that name files are not
   * known.
   *
   * @param option its long name without dashes
   * @throws UserException if there is a state that can't be read
   */
  public Optional<String> recorded(String option) throws UserException {
    return Optional.ofNullable(recorded().get("--" + option));
  }

  /**
   * The value that the run had for any option, as its record has it.
   *
   * @param option its long name without dashes
   */
  public Optional<String> recordedOption(String option) {
    return manifest().map(run -> run.options().get(option));
  }

  /**
   * The iterations of the run to be continued: those that it had, and at its last size those that
   * are wanted beyond them.
   *
   * @throws UserException if there is a state that can't be read
   */
  public Stages prolonged(Stages wanted) throws UserException {
    if (!wanted.more().isEmpty() || (!hasState() && !isFinished())) {
      return wanted;
    }
    Map<String, String> job = recorded();
    try {
      Stages had =
          new Stages(
              IterationCount.parse(job.getOrDefault("--" + Stages.ITERATIONS, "")),
              wanted.sizes(),
              Stream.of(job.getOrDefault("--" + Stages.MORE_ITERATIONS, "").split(","))
                  .filter(number -> !number.isEmpty())
                  .map(Integer::valueOf)
                  .toList());
      return wanted.prolonging(had);
    } catch (IllegalArgumentException e) {
      LOG.debug("The record of the run names no iterations", e);
      return wanted;
    }
  }

  private Map<String, String> recorded() throws UserException {
    return hasState() ? job() : manifest().map(RunManifest::job).orElse(Map.of());
  }

  private Map<String, String> job() throws UserException {
    try {
      return RunStateFile.readJob(files.state());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * The state to continue from; empty if none was saved.
   *
   * @param memory makes the array that a shape asks for, to be filled
   * @throws UserException if it is damaged, or that of another job
   */
  public Optional<RunState> state(JobIdentity identity, Function<long[], StateArray> memory)
      throws UserException {
    try {
      RunStateFile.Saved saved = RunStateFile.read(files.state(), memory);
      List<String> differences = identity.differences(saved.job());
      if (!differences.isEmpty()) {
        throw new UserException(
            ExitCode.STATE,
            "The saved state "
                + files.state()
                + " belongs to another run: "
                + String.join("; ", differences)
                + "."
                + AFRESH);
      }
      return Optional.of(saved.state());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private UserException unusable(IOException cause) {
    return new UserException(
        ExitCode.STATE,
        "The saved state "
            + files.state()
            + " can't be used ("
            + FileFaults.inWords(cause)
            + ")."
            + AFRESH,
        cause);
  }

  /**
   * Whether a run that left no state has done just this job, so that there is nothing to do.
   *
   * @throws UserException if it did another, or not all of this one
   */
  public boolean isDone(JobIdentity identity) throws UserException {
    Optional<RunManifest> run = finished();
    if (run.isEmpty()) {
      return false;
    }
    String record = "The run recorded in " + files.manifest() + " is finished";
    List<String> differences = identity.differences(run.get().job());
    if (!differences.isEmpty()) {
      throw new UserException(
          ExitCode.STATE,
          record + ", and was a different one: " + String.join("; ", differences) + "." + AFRESH);
    }
    if (!identity.deciding().equals(run.get().job())) {
      throw new UserException(
          ExitCode.STATE,
          record
              + ", and can't be continued, as its state "
              + files.state()
              + " is missing."
              + AFRESH);
    }
    return hasResult();
  }

  /**
   * Whether the result of a finished run is there.
   *
   * @throws UserException if the file has been changed since
   */
  public boolean hasResult() throws UserException {
    Optional<HashedFile> result = finished().flatMap(RunManifest::result);
    if (result.isEmpty() || !Files.exists(files.result())) {
      return false;
    }
    if (!result.get().sha256().equals(resultHash())) {
      throw new UserException(
          ExitCode.STATE,
          files.result()
              + " has changed since the run finished. Nothing was changed. Move the"
              + " file away, or run without --resume to start from the beginning.");
    }
    return true;
  }

  /** Removes the state of a finished run, before another begins in its place. */
  public void discardState() {
    try {
      Files.deleteIfExists(files.state());
    } catch (IOException e) {
      LOG.debug("The previous run's state can't be deleted", e);
    }
  }

  /** A finished run with all of its files. */
  private Optional<RunManifest> finished() {
    return manifest()
        .filter(run -> run.status() == RunManifest.Status.FINISHED && run.missing().isEmpty());
  }

  private String resultHash() {
    try {
      return FileDigests.sha256(files.result());
    } catch (IOException e) {
      LOG.debug("No result to compare", e);
      return "";
    }
  }

  private Optional<RunManifest> manifest() {
    try {
      return Optional.of(RunManifestFile.read(files.manifest()));
    } catch (IOException e) {
      LOG.debug("No record of an earlier run", e);
      return Optional.empty();
    }
  }
}
