package io.github.styletransfer.transfer;

/** Asks a run to end after the iteration at hand. May be used by any thread. */
public final class StopRequest {
  private volatile boolean requested;

  /** Makes a request that nobody has made yet. */
  public StopRequest() {}

  /** Asks the run to end. */
  public void request() {
    requested = true;
  }

  /** Whether the run was asked to end. */
  public boolean isRequested() {
    return requested;
  }
}
