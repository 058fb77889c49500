package io.github.styletransfer.network;

import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the file of a network; whatever prevents that is said in words for users. */
public final class NetworkFile {
  private NetworkFile() {}

  /** Takes a network out of its file. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads the file.
     *
     * @param file not a folder, device or pipe
     * @throws IOException if that fails; a {@link NetworkFault} if the content is at fault
     */
    T read(Path file) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param network that should be in it
   * @throws NetworkFileException if the file can't be used; the message is meant for the user
   */
  public static <T> T read(Path file, PublishedNetwork network, Reading<T> reading)
      throws NetworkFileException {
    try {
      requireRegularFile(file);
      return reading.read(file);
    } catch (IOException | OutOfMemoryError e) {
      throw new NetworkFileException(file, fault(e), network);
    }
  }

  private static void requireRegularFile(Path file) throws NetworkFault {
    if (Files.isDirectory(file)) {
      throw new NetworkFault("is a folder", Remedy.NAME_THE_FILE);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new NetworkFault("is not a file but a device or pipe", Remedy.NAME_THE_FILE);
    }
  }

  private static NetworkFault fault(Throwable failure) {
    if (failure instanceof NetworkFault known) {
      return known;
    }
    NetworkFault fault = inWords(failure);
    fault.initCause(failure);
    return fault;
  }

  private static NetworkFault inWords(Throwable failure) {
    if (failure instanceof NoSuchFileException) {
      return new NetworkFault("does not exist", Remedy.DOWNLOAD);
    }
    if (failure instanceof AccessDeniedException) {
      return new NetworkFault("can't be read: permission denied", Remedy.ALLOW_READING);
    }
    if (failure instanceof OutOfMemoryError) {
      return new NetworkFault(
          "doesn't fit into memory (" + failure.getMessage() + ")", Remedy.MORE_MEMORY);
    }
    return new NetworkFault(
        "can't be read (" + FileFaults.inWords(failure) + ")", Remedy.CHECK_DISK);
  }
}
