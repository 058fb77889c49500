package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An image from standard input, a pipe or a device: it is copied to a temporary file, as it is read
 * more than once.
 */
final class ReadOnceInput {
  private static final Logger LOG = LoggerFactory.getLogger(ReadOnceInput.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 1_000_000_000;
  private static final int HEAD_BYTES = 1 << 12;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String role;
  private final Path named;
  private final String name;

  /**
   * Reads nothing yet.
   *
   * @param role such as {@code content}
   * @param named what was named on the command line
   */
  ReadOnceInput(String role, Path named) {
    this.role = role;
    this.named = named;
    this.name = InputFile.describe(named);
  }

  /**
   * Waits for it and copies it. The copy is deleted when the program ends.
   *
   * @throws ImageFileException if its first bytes aren't those of an image
   * @throws UserException if nothing comes, or more than there can be
   */
  InputFile copy() throws ImageFileException, UserException {
    try {
      Path file = Files.createTempFile("style-transfer-", ".input");
      file.toFile().deleteOnExit();
      copyTo(file);
      return new InputFile(file, named);
    } catch (ImageFileException e) {
      throw e.about(name);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.IMAGE,
          "The %s image can't be copied from %s to the folder for temporary files: %s."
              .formatted(role, name, FileFaults.inWords(e)),
          e);
    }
  }

  private void copyTo(Path file) throws IOException, UserException {
    Timer timer = new Timer("waiting", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            LOG.warn("Waiting for the {} image from {}", role, name);
          }
        },
        PATIENCE.toMillis());
    try (InputStream in = open()) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      timer.cancel();
      if (head.length == 0) {
        throw new UserException(
            ExitCode.IMAGE, "No %s image came from %s: it is empty.".formatted(role, name));
      }
      Files.write(file, head);
      ImageReader.requireFormat(file);
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(head);
        copy(in, out, head.length);
      }
    } finally {
      timer.cancel();
    }
  }

  private void copy(InputStream in, OutputStream out, long before)
      throws IOException, UserException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = before;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes += count;
      if (bytes > MOST_BYTES) {
        throw new UserException(
            ExitCode.IMAGE,
            ("The %s image from %s is larger than 1 GB, which is too large to copy. Give a smaller"
                    + " one, or the path of a file.")
                .formatted(role, name));
      }
      out.write(buffer, 0, count);
    }
  }

  private InputStream open() throws IOException {
    return named.equals(InputFile.STANDARD_INPUT) ? System.in : Files.newInputStream(named);
  }
}
