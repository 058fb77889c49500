package io.github.styletransfer.batch;

import io.github.styletransfer.run.RunChoices;
import java.nio.file.Path;

/**
 * How a batch is done.
 *
 * @param sideBySide how many jobs are done at the same time
 * @param failFast whether the first job that fails is the last
 * @param again whether jobs that are done are done again
 * @param choices how each job is watched and saved
 * @param logDirectory the folder of the ledger and the report
 * @param convolutionTimes the file by which convolutions' kernels are chosen
 */
public record BatchSettings(
    int sideBySide,
    boolean failFast,
    boolean again,
    RunChoices choices,
    Path logDirectory,
    Path convolutionTimes) {
  /** The file of the jobs that are done. */
  Path ledger() {
    return logDirectory.resolve("ledger.jsonl");
  }

  /** The page about the batch. */
  public Path report() {
    return logDirectory.resolve("report.html");
  }

  /** Held by a batch while it runs. */
  public Path lock() {
    return logDirectory.resolve(".batch.lock");
  }
}
