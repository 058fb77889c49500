package io.github.styletransfer.batch;

import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.TransferJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells jobs apart: two jobs with the same key make the same picture. It is made of the options and
 * of the inputs' paths, sizes and times, so that no file has to be read.
 */
final class JobKey {
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
   * The key of a job.
   *
   * @throws IOException if an input's size or time can't be read
   */
  static String of(TransferJob job) throws IOException {
    StringBuilder text = new StringBuilder();
    job.options()
        .forEach(
            (option, value) -> {
              if (!NOT_DECIDING.contains(option)) {
                text.append(option).append('=').append(value).append('\n');
              }
            });
    for (Map.Entry<String, List<InputFile>> inputs : job.inputs().entrySet()) {
      for (InputFile input : inputs.getValue()) {
        text.append(inputs.getKey())
            .append(' ')
            .append(Files.size(input.file()))
            .append(' ')
            .append(Files.getLastModifiedTime(input.file()).toMillis())
            .append('\n');
      }
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
