package io.github.styletransfer.batch;

import io.github.styletransfer.job.ExitCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Why a job isn't done.
 *
 * @param code of the fault
 * @param message what is wrong, and what to do
 */
public record JobFault(ExitCode code, String message) {
  private static final Set<ExitCode> OF_ALL_JOBS =
      EnumSet.of(ExitCode.NETWORK, ExitCode.OUTPUT, ExitCode.NATIVES);

  /** Whether the other jobs would meet it, too. */
  boolean concernsAll() {
    return OF_ALL_JOBS.contains(code);
  }
}
