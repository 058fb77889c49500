package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputChoice;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses a run whose files won't fit on the disk, before it begins. */
final class DiskRoom {
  private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);

  /** Of noise, which hardly compresses: JPEG at quality 95, and the formats that lose nothing. */
  private static final double JPEG_BYTES_PER_PIXEL = 2;

  private static final double LOSSLESS_BYTES_PER_PIXEL = 3.1;

  /** Charts, contact sheet, run.json and file headers. */
  private static final long RECORDS = 2_000_000;

  private static final long BYTES_PER_ITERATION = 600;

  private DiskRoom() {}

  /**
   * Checks a run.
   *
   * @param output what its result is like
   * @param result its size
   * @param iterations of the run
   * @param checkpoints that it leaves
   * @param stateBytes the size of a saved state; 0 if none is saved
   * @param timelapseBytes of the frames and the video; 0 if none is asked for
   */
  static void require(
      OutputFiles files,
      OutputChoice output,
      ImageSize result,
      int iterations,
      long checkpoints,
      long stateBytes,
      long timelapseBytes)
      throws UserException {
    long pixels = result.pixels();
    long images = ofResult(files.result(), output, result) * (1 + checkpoints);
    // A state is written beside the one before.
    long records =
        RECORDS
            + (long) (pixels * LOSSLESS_BYTES_PER_PIXEL * (2 + checkpoints))
            + BYTES_PER_ITERATION * iterations
            + 2 * stateBytes
            + timelapseBytes;
    Path folder = OutputFiles.folder(files.result());
    Path logs = files.logDirectory();
    if (store(folder).equals(store(logs))) {
      require(folder, images + records, "--output");
    } else {
      require(folder, images, "--output");
      require(logs, records, "--log-dir");
    }
  }

  /** The bytes that a result may take. */
  static long ofResult(Path file, OutputChoice output, ImageSize size) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean jpeg = name.endsWith(".jpg") || name.endsWith(".jpeg");
    double samples = output.keepAlpha() ? 1 + 1.0 / RgbImage.CHANNELS : 1;
    double lossless = LOSSLESS_BYTES_PER_PIXEL * samples * output.depth() / Byte.SIZE;
    return (long) (size.pixels() * (jpeg ? JPEG_BYTES_PER_PIXEL : lossless));
  }

  /**
   * Checks a batch.
   *
   * @param results the bytes of all results by their folders, which exist
   */
  static void requireAll(Map<Path, Long> results) throws UserException {
    Map<String, Path> folders = new LinkedHashMap<>();
    Map<String, Long> bytes = new LinkedHashMap<>();
    results.forEach(
        (folder, needed) -> {
          String disk = store(folder);
          folders.putIfAbsent(disk, folder);
          bytes.merge(disk, needed, Long::sum);
        });
    for (Map.Entry<String, Path> disk : folders.entrySet()) {
      long needed = bytes.getOrDefault(disk.getKey(), 0L);
      long free = free(disk.getValue());
      if (needed > free) {
        ByteAmounts amounts = ByteAmounts.of(needed, free);
        throw new UserException(
            ExitCode.OUTPUT,
            "All results together may take %s, but the disk of %s has only %s free: free some space, choose another folder with --output, or pass a smaller --size."
                .formatted(amounts.needed(), disk.getValue(), amounts.available()));
      }
    }
  }

  private static void require(Path folder, long needed, String option) throws UserException {
    long free = free(folder);
    if (needed > free) {
      ByteAmounts amounts = ByteAmounts.of(needed, free);
      throw new UserException(
          ExitCode.OUTPUT,
          String.format(
              Locale.ROOT,
              "The run may write %s, but the disk of %s has only %s free: free some space, choose"
                  + " another folder with %s, or pass fewer --checkpoints or --save-state-every"
                  + " 0.",
              amounts.needed(),
              folder,
              amounts.available(),
              option));
    }
  }

  /** A disk that can't tell is trusted. */
  private static long free(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return free < 0 ? Long.MAX_VALUE : free;
    } catch (IOException e) {
      LOG.debug("The free space of {} isn't known", folder, e);
      return Long.MAX_VALUE;
    }
  }

  private static String store(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.name() + store.type() + store;
    } catch (IOException e) {
      return "";
    }
  }
}
