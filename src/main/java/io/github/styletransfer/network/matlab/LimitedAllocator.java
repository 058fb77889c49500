package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import us.hebi.matlab.mat.format.BufferAllocator;

/** Heap memory for MFL's arrays, up to a budget that only a wrong or damaged file exceeds. */
final class LimitedAllocator implements BufferAllocator {
  private static final int BUDGET_BYTES = 64 << 20;

  private int left = BUDGET_BYTES;

  /** Starts over: what was allocated so far is garbage. */
  void reset() {
    left = BUDGET_BYTES;
  }

  /** Counts memory that is allocated elsewhere. */
  void charge(int bytes) throws NetworkFault {
    if (bytes > left) {
      throw new NetworkFault("has more arrays than VGG-19 could use", Remedy.DOWNLOAD_AGAIN);
    }
    left -= bytes;
  }

  @Override
  public ByteBuffer allocate(int bytes) {
    if (bytes < 0 || bytes > left) {
      throw new UncheckedIOException(
          new NetworkFault(
              String.format(
                  Locale.ROOT,
                  "has an array of %,d bytes, more than VGG-19 could use",
                  Integer.toUnsignedLong(bytes)),
              Remedy.DOWNLOAD_AGAIN));
    }
    left -= bytes;
    return ByteBuffer.allocate(bytes);
  }

  @Override
  public void release(ByteBuffer buffer) {}
}
