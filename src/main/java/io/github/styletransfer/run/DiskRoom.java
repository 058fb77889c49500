package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputChoice;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.timelapse.Timelapse;
import io.github.styletransfer.transfer.RunLength;
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
   * The bytes that a run may write.
   *
   * @param images result and checkpoints
   * @param records what goes to the log folder
   */
  record Need(long images, long records) {
    long total() {
      return images + records;
    }
  }

  /**
   * What a run needs.
   *
   * @param output what its result is like
   * @param result its size
   * @param iterations of the run
   * @param checkpoints that it leaves
   * @param stateBytes the size of a saved state; 0 if none is saved
   * @param timelapseBytes of the frames and the video; 0 if none is asked for
   */
  static Need need(
      OutputFiles files,
      OutputChoice output,
      ImageSize result,
      int iterations,
      long checkpoints,
      long stateBytes,
      long timelapseBytes) {
    // A state is written beside the one before.
    return new Need(
        ofResult(files.result(), output, result) * (1 + checkpoints),
        RECORDS
            + (long) (result.pixels() * LOSSLESS_BYTES_PER_PIXEL * (2 + checkpoints))
            + BYTES_PER_ITERATION * iterations
            + 2 * stateBytes
            + timelapseBytes);
  }

  /**
   * What a job needs.
   *
   * @param choices whether its state is saved, and frames of a timelapse
   */
  static Need need(TransferJob job, JobInputs inputs, RunChoices choices) {
    ImageSize result = inputs.content().size();
    RunLength length = inputs.length();
    return need(
        job.files(),
        job.output(),
        result,
        length.total(),
        job.checkpoints().within(length),
        choices.saveStateEvery().isZero() ? 0 : inputs.method().stateBytes(result),
        choices.timelapse() ? Timelapse.bytes(result) : 0);
  }

  /**
   * Checks a run.
   *
   * @param files of the run
   */
  static void require(OutputFiles files, Need need) throws UserException {
    Path folder = OutputFiles.folder(files.result());
    Path logs = files.logDirectory();
    if (store(folder).equals(store(logs))) {
      require(folder, need.total(), "--output");
    } else {
      require(folder, need.images(), "--output");
      require(logs, need.records(), "--log-dir");
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
  static long free(Path folder) {
    try {
      long free = Files.getFileStore(existing(folder)).getUsableSpace();
      return free < 0 ? Long.MAX_VALUE : free;
    } catch (IOException e) {
      LOG.debug("The free space of {} isn't known", folder, e);
      return Long.MAX_VALUE;
    }
  }

  /** A folder, or the nearest around it that exists. */
  private static Path existing(Path folder) {
    Path near = folder.toAbsolutePath();
    while (!Files.exists(near) && near.getParent() != null) {
      near = near.getParent();
    }
    return near;
  }

  private static String store(Path folder) {
    try {
      FileStore store = Files.getFileStore(existing(folder));
      return store.name() + store.type() + store;
    } catch (IOException e) {
      return "";
    }
  }
}
