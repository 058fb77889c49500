package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.TransferMethod;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses a run that this machine's memory can't hold, before it begins. */
final class MemoryCheck {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryCheck.class);

  private static final long MEGA = 1_000_000;

  /** More than Java uses when images are of ordinary size. */
  private static final long LARGE_HEAP = 100_000_000;

  /** A pixel as it is decoded, of a progressive JPEG for instance, and its samples. */
  private static final long DECODED_BYTES = 9;

  private final TransferMethod run;
  private final MemoryLimit limit;
  private final ImageSize result;
  private final List<ImageSize> paintings;

  private MemoryCheck(
      TransferMethod run, MemoryLimit limit, ImageSize result, List<ImageSize> paintings) {
    this.run = run;
    this.limit = limit;
    this.result = result;
    this.paintings = paintings;
  }

  /**
   * Checks that there is enough memory to read the images. Other faults are reported when they are
   * read.
   *
   * @throws UserException if one is too large
   */
  static void requireReadable(TransferJob job) throws UserException {
    ImageReader reader = new ImageReader(job.maxPixels());
    MemoryLimit limit = limit(job);
    long fixed = job.method().fixedBytes();
    for (InputFile input : job.images()) {
      ImageSize size;
      try {
        size = reader.size(input.file());
      } catch (ImageFileException e) {
        continue;
      }
      long needed = fixed + DECODED_BYTES * size.pixels();
      if (needed > limit.bytes() && fixed <= limit.bytes()) {
        ByteAmounts amounts = ByteAmounts.of(needed, limit.bytes());
        throw new UserException(
            ExitCode.MEMORY,
            "%s has %d x %d pixels; reading it takes about %s of memory, but %s: give a smaller image%s."
                .formatted(
                    input,
                    size.width(),
                    size.height(),
                    amounts.needed(),
                    limit.words(amounts.available()),
                    limit.remedy(needed)));
      }
    }
  }

  /** Gives back what reading large images left to Java's collector: native arrays need it now. */
  static void giveBack() {
    Runtime java = Runtime.getRuntime();
    if (java.totalMemory() - java.freeMemory() > LARGE_HEAP) {
      System.gc();
    }
  }

  /**
   * Checks a run.
   *
   * @param inputs the job's images
   */
  static void require(TransferJob job, JobInputs inputs) throws UserException {
    of(job, inputs).require(job.paintings(), job.method().styleScale());
  }

  /**
   * The longest side, in pixels, of the largest result that there is memory for; empty if it is
   * that of the inputs, 0 if there is none.
   */
  static OptionalInt fittingSide(TransferJob job, JobInputs inputs) {
    MemoryCheck check = of(job, inputs);
    return check.need().most() <= check.limit.bytes()
        ? OptionalInt.empty()
        : OptionalInt.of(check.largestSize());
  }

  /** About how much a run takes of how much it may take. */
  static ByteAmounts amounts(TransferJob job, JobInputs inputs) {
    MemoryCheck check = of(job, inputs);
    return ByteAmounts.of(check.need().most(), check.limit.bytes());
  }

  private static MemoryCheck of(TransferJob job, JobInputs inputs) {
    return new MemoryCheck(
        inputs.method(), limit(job), inputs.content().size(), inputs.images().paintingSizes());
  }

  private MemoryNeed need() {
    return run.memory(result, paintings);
  }

  private static MemoryLimit limit(TransferJob job) {
    return MemoryLimit.of(job, Runtime.getRuntime().maxMemory());
  }

  private void require(List<PaintingFile> files, double scale) throws UserException {
    MemoryNeed need = need();
    LOG.debug(
        "Needs about {} MB for the result, {} MB for the painting",
        need.result() / MEGA,
        need.style() / MEGA);
    if (need.most() <= limit.bytes()) {
      return;
    }
    ImageSize painting = Collections.max(paintings, Comparator.comparingLong(ImageSize::pixels));
    boolean ofResult = need.result() > limit.bytes();
    long needed = ofResult ? need.result() : need.style();
    String what =
        ofResult
            ? "A result of %d x %d pixels".formatted(result.width(), result.height())
            : "%s, which is resized to %s%d x %d pixels,"
                .formatted(
                    files.get(paintings.indexOf(painting)).file(),
                    scale == 1 ? "the result's width, " : "",
                    painting.width(),
                    painting.height());
    ByteAmounts amounts = ByteAmounts.of(needed, limit.bytes());
    throw new UserException(
        ExitCode.MEMORY,
        "%s needs about %s of memory, but %s: %s%s."
            .formatted(
                what,
                amounts.needed(),
                limit.words(amounts.available()),
                remedy(ofResult),
                limit.remedy(needed)));
  }

  private String remedy(boolean ofResult) {
    int fits = largestSize();
    String smaller = "pass --size " + fits + " or less";
    if (ofResult) {
      return fits > 0 ? smaller : "that is too little for an image of any size";
    }
    return "crop the painting at the top or bottom, "
        + (fits > 0 ? "choose a less tall one, or " + smaller : "or choose a less tall one");
  }

  /** The longest side of a result that fits; 0 if none does. */
  private int largestSize() {
    int longest = Math.max(result.width(), result.height());
    int fits = 0;
    int tooLarge = longest;
    while (tooLarge - fits > 1) {
      int size = (fits + tooLarge) / 2;
      double factor = (double) size / longest;
      boolean possible =
          run.memory(
                      scaled(result, factor),
                      paintings.stream().map(painting -> scaled(painting, factor)).toList())
                  .most()
              <= limit.bytes();
      fits = possible ? size : fits;
      tooLarge = possible ? tooLarge : size;
    }
    return fits;
  }

  private static ImageSize scaled(ImageSize size, double factor) {
    return new ImageSize(
        (int) Math.max(1, Math.round(size.width() * factor)),
        (int) Math.max(1, Math.round(size.height() * factor)));
  }
}
