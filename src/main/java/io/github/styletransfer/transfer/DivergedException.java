package io.github.styletransfer.transfer;

/** The total loss is no longer a number. */
public final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says at which iteration.
   *
   * @param iteration 1-based
   */
  DivergedException(int iteration, double loss) {
    super(
        "The total loss became "
            + loss
            + " at iteration "
            + iteration
            + ": lower --learning-rate or the weights, and check the network file.");
  }
}
