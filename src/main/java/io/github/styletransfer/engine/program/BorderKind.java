package io.github.styletransfer.engine.program;

/** What a window sees beyond the border of feature maps. */
public enum BorderKind {
  /** Zeros. */
  ZERO,
  /** The outermost pixels again. */
  REPEAT,
  /**
   * The pixels beside the outermost ones again, as in a mirror. Where there is but one row or
   * column, that one.
   */
  REFLECT;

  /** Whether pixels are seen again. */
  public boolean isCopied() {
    return this != ZERO;
  }

  /**
   * How far inside the outermost row or column the one is that is seen right beyond it.
   *
   * @param length how many rows or columns there are, at least 1
   * @throws IllegalStateException if zeros are seen
   */
  public int inwards(long length) {
    return switch (this) {
      case ZERO -> throw new IllegalStateException("zeros are copies of nothing");
      case REPEAT -> 0;
      case REFLECT -> length > 1 ? 1 : 0;
    };
  }
}
