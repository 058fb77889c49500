package io.github.styletransfer.cli;

import io.github.styletransfer.transfer.StyleTransferRun;
import java.util.Locale;

/** Refuses a run that this machine's memory can't hold, before it begins. */
final class MemoryCheck {
  private MemoryCheck() {}

  /**
   * Checks a run.
   *
   * @param available bytes that the process may take
   * @param width of the result
   * @param height of the result
   */
  static void require(StyleTransferRun run, long available, int width, int height)
      throws UserException {
    long needed = run.peakBytes(width, height);
    if (needed <= available) {
      return;
    }
    int longest = Math.max(width, height);
    int fits = 0;
    int tooLarge = longest;
    while (tooLarge - fits > 1) {
      int size = (fits + tooLarge) / 2;
      boolean possible =
          run.peakBytes(scaled(width, size, longest), scaled(height, size, longest)) <= available;
      fits = possible ? size : fits;
      tooLarge = possible ? tooLarge : size;
    }
    ByteAmounts amounts = ByteAmounts.of(needed, available);
    throw new UserException(
        ExitCode.MEMORY,
        String.format(
            Locale.ROOT,
            "A result of %d x %d pixels needs about %s of memory, but there are %s for it:"
                + " %s.",
            width,
            height,
            amounts.needed(),
            amounts.available(),
            fits > 0
                ? "pass --size " + fits + " or less"
                : "that is too little for an image of any size"));
  }

  private static int scaled(int side, int size, int longest) {
    return (int) Math.max(1, Math.round((double) side * size / longest));
  }
}
