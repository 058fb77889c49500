package io.github.styletransfer.image.codec;

/**
 * Some bytes of a file.
 *
 * @param offset of the first
 * @param length how many
 */
public record ByteRange(long offset, long length) {
  /**
   * Some bytes of a file.
   *
   * @throws IllegalArgumentException if a number is negative or the end too large
   */
  public ByteRange {
    if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
      throw new IllegalArgumentException(length + " bytes at " + offset);
    }
  }

  /** The offset of the byte after the last. */
  public long end() {
    return offset + length;
  }
}
