package io.github.styletransfer.job;

/** What ends a run for a reason that the user can do something about. */
public final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /**
   * Makes one.
   *
   * @param exitCode what the process ends with
   * @param message what is wrong, and what to do
   */
  public UserException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /**
   * Makes one with a cause.
   *
   * @param exitCode what the process ends with
   * @param message what is wrong, and what to do
   */
  public UserException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What the process ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
