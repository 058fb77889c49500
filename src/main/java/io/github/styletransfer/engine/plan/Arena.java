package io.github.styletransfer.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Places buffers so that those in use at the same time don't overlap: the largest first, each as
 * low as it fits (Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference",
 * 2020, "greedy by size").
 */
final class Arena {
  private static final long ALIGNMENT = 64;

  private Arena() {}

  /**
   * Sets the buffers' offsets.
   *
   * @return the arena's size in bytes
   */
  static long lay(Collection<Buffer> buffers) {
    List<Buffer> bySize = new ArrayList<>(buffers);
    bySize.sort(Comparator.comparingLong(Buffer::bytes).reversed());
    List<Buffer> placed = new ArrayList<>();
    long end = 0;
    for (Buffer buffer : bySize) {
      long offset = lowestGap(placed, buffer);
      buffer.place(offset);
      int at = 0;
      while (at < placed.size() && placed.get(at).offset() < offset) {
        at++;
      }
      placed.add(at, buffer);
      end = Math.max(end, offset + aligned(buffer.bytes()));
    }
    return end;
  }

  /** Placed buffers are in the order of their offsets. */
  private static long lowestGap(List<Buffer> placed, Buffer buffer) {
    long offset = 0;
    for (Buffer other : placed) {
      if (other.overlaps(buffer)) {
        if (offset + buffer.bytes() <= other.offset()) {
          return offset;
        }
        offset = Math.max(offset, other.offset() + aligned(other.bytes()));
      }
    }
    return offset;
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
