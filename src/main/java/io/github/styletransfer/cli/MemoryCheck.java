package io.github.styletransfer.cli;

import io.github.styletransfer.engine.NativeRuntime;
import io.github.styletransfer.transfer.StyleTransferRun;
import java.util.Locale;

/** Refuses a run that this machine's memory can't hold, before it begins. */
final class MemoryCheck {
  private static final int STEPS = 50;
  private static final double GIGA = 1e9;

  private MemoryCheck() {}

  static void require(StyleTransferRun run, int width, int height) throws UserException {
    long available = NativeRuntime.memoryForArrays();
    long needed = run.peakBytes(width, height);
    if (needed <= available) {
      return;
    }
    int longest = Math.max(width, height);
    int size = longest;
    while (size > 1
        && run.peakBytes(scaled(width, size, longest), scaled(height, size, longest)) > available) {
      size -= Math.max(1, size / STEPS);
    }
    throw new UserException(
        ExitCode.MEMORY,
        String.format(
            Locale.ROOT,
            "A result of %d x %d pixels needs about %.1f GB of memory, but there are %.1f GB for it:"
                + " pass --size %d or less.",
            width,
            height,
            needed / GIGA,
            available / GIGA,
            size));
  }

  private static int scaled(int side, int size, int longest) {
    return (int) Math.max(1, (long) side * size / longest);
  }
}
