package io.github.styletransfer.batch;

import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.TransferJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells jobs apart: two jobs with the same key make the same picture. It is made of the options and
 * of the inputs' paths, sizes and times, so that no file has to be read.
 */
public final class JobKey {
  private static final Set<String> NOT_DECIDING =
      Set.of(
          TransferJob.OUTPUT,
          TransferJob.LOG_DIRECTORY,
          TransferJob.CHECKPOINTS,
          TransferJob.MAX_PIXELS,
          TransferJob.THREADS);
  private static final int BYTES = 12;

  private JobKey() {}

  /**
   * A file that a job reads.
   *
   * @param option that names it, without dashes
   * @param bytes its length
   * @param modified when it was changed last; milliseconds since 1970
   */
  public record Input(String option, long bytes, long modified) {}

  /**
   * The key of a job.
   *
   * @throws IOException if an input's size or time can't be read
   */
  static String of(TransferJob job) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Map.Entry<String, List<InputFile>> some : job.inputs().entrySet()) {
      for (InputFile input : some.getValue()) {
        inputs.add(
            new Input(
                some.getKey(),
                Files.size(input.file()),
                Files.getLastModifiedTime(input.file()).toMillis()));
      }
    }
    return of(job.options(), inputs);
  }

  /**
   * The key of a job that is known by its options.
   *
   * @param options by their long names without dashes, with full names of files
   */
  public static String of(Map<String, String> options, List<Input> inputs) {
    StringBuilder text = new StringBuilder();
    options.forEach(
        (option, value) -> {
          if (!NOT_DECIDING.contains(option)) {
            text.append(option).append('=').append(value).append('\n');
          }
        });
    for (Input input : inputs) {
      text.append(input.option())
          .append(' ')
          .append(input.bytes())
          .append(' ')
          .append(input.modified())
          .append('\n');
    }
    return HexFormat.of().formatHex(sha256(text.toString()), 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
