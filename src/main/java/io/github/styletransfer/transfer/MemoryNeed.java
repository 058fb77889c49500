package io.github.styletransfer.transfer;

/**
 * About how much memory a run takes at its peaks, all of the process included.
 *
 * @param result bytes while the image is optimised, or its photo is looked at
 * @param style bytes while the style is looked at
 */
public record MemoryNeed(long result, long style) {
  /** Bytes at the higher peak. */
  public long most() {
    return Math.max(result, style);
  }

  /** The higher of each. */
  public MemoryNeed or(MemoryNeed other) {
    return new MemoryNeed(Math.max(result, other.result), Math.max(style, other.style));
  }
}
