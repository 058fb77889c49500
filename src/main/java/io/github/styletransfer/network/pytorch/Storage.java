package io.github.styletransfer.network.pytorch;

/**
 * An array in the file, which tensors are views of.
 *
 * @param key its name in the file
 * @param elements how many it has
 */
record Storage(ElementType type, String key, long elements) {
  /** More than any file has; so few that sums of bytes stay in a long's range. */
  private static final long MOST_ELEMENTS = 1L << 36;

  /**
   * Describes a storage.
   *
   * @throws IllegalArgumentException if there can't be so many elements
   */
  Storage {
    if (elements < 0 || elements > MOST_ELEMENTS) {
      throw new IllegalArgumentException("a storage has " + elements + " elements");
    }
  }

  /** Its length. */
  long bytes() {
    return elements * type.bytes();
  }
}
