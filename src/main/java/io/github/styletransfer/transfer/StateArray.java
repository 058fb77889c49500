package io.github.styletransfer.transfer;

import java.nio.ByteBuffer;

/**
 * An array in a run's state: 32-bit floats, or the bits of 32-bit ints, in C order. It may be the
 * run's own memory, so it is good only until the run goes on.
 */
public interface StateArray {
  /** The sizes of its dimensions: 1 to 4 of them, each 1 or more. */
  long[] shape();

  /**
   * Its memory: four bytes for each element, in the machine's byte order, from the buffer's
   * position to its limit. Writing to the buffer changes the array.
   */
  ByteBuffer bytes();
}
