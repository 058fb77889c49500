package io.github.styletransfer.image.write;

/** How many pixels share their colour in a file that keeps brightness and colour apart. */
public enum Chroma {
  /** None: each has its own. */
  FULL("4:4:4", 1, 1),

  /** Two side by side. */
  HALF("4:2:2", 2, 1),

  /** Four in a square. */
  QUARTER("4:2:0", 2, 2);

  private final String notation;
  private final int width;
  private final int height;

  Chroma(String notation, int width, int height) {
    this.notation = notation;
    this.width = width;
    this.height = height;
  }

  /** Pixels side by side that share their colour. */
  int width() {
    return width;
  }

  /** Pixels one below the other that share their colour. */
  int height() {
    return height;
  }

  /** As it is commonly written, such as {@code 4:2:0}. */
  @Override
  public String toString() {
    return notation;
  }
}
