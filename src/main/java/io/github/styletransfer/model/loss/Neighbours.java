package io.github.styletransfer.model.loss;

/** The neighbours that a total variation compares a pixel with. */
public enum Neighbours {
  /** The pixels above, below, to the left and to the right. */
  FOUR(4),

  /** Those at the corners too. */
  EIGHT(8);

  private final int count;

  Neighbours(int count) {
    this.count = count;
  }

  /** How many there are. */
  public int count() {
    return count;
  }
}
