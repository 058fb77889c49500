package io.github.styletransfer.cli;

import io.github.styletransfer.report.RunManifest;
import io.github.styletransfer.report.RunManifestFile;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.RunStateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left in its log folder.
 *
 * @param files of the run
 */
record SavedRun(OutputFiles files) {
  private static final Logger LOG = LoggerFactory.getLogger(SavedRun.class);
  private static final String AFRESH =
      " Nothing was changed. Run without --resume to begin from the start.";

  /** Whether there is a state. */
  boolean hasState() {
    return Files.exists(files.state());
  }

  /**
   * The seed that the run drew, which a command line without a seed doesn't name.
   *
   * @throws UserException if there is a state that can't be read
   */
  OptionalLong seed() throws UserException {
    Map<String, String> options =
        hasState() ? job() : manifest().map(RunManifest::job).orElse(Map.of());
    String seed = options.get("--" + JobOptions.SEED);
    return seed != null && seed.matches("-?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(seed))
        : OptionalLong.empty();
  }

  private Map<String, String> job() throws UserException {
    try {
      return RunStateFile.readJob(files.state());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * The state to go on from; empty if none was saved.
   *
   * @throws UserException if it is damaged, or that of another job
   */
  Optional<RunState> state(JobIdentity identity) throws UserException {
    try {
      RunStateFile.Saved saved = RunStateFile.read(files.state());
      List<String> differences = identity.differences(saved.job());
      if (!differences.isEmpty()) {
        throw new UserException(
            ExitCode.STATE,
            "The saved state "
                + files.state()
                + " is of another run: "
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
            + cause.getMessage()
            + ")."
            + AFRESH,
        cause);
  }

  /** Whether just this job was done, and its result is still there. */
  boolean isFinished(JobIdentity identity) {
    return manifest()
        .filter(run -> run.status() == RunManifest.Status.FINISHED)
        .filter(run -> run.missing().isEmpty() && identity.differences(run.job()).isEmpty())
        .flatMap(RunManifest::result)
        .filter(result -> result.sha256().equals(resultHash()))
        .isPresent();
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
