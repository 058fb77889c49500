package io.github.styletransfer.storage;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that grows at its end while a run goes on. What can't be written at once, on a full disk,
 * is kept in memory and written at a later attempt, so that the file never has a gap. Not for use
 * by several threads at once.
 */
public final class AppendedFile implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(AppendedFile.class);

  private final Path file;
  private final FileChannel channel;
  private ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long written;
  private boolean complained;

  /**
   * Starts an empty file, in place of one that may be there.
   *
   * @throws IOException if it can't be created
   */
  public AppendedFile(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** The file's path. */
  public Path path() {
    return file;
  }

  /**
   * Makes the file empty again.
   *
   * @throws IOException if that fails; then what is added goes to its old end
   */
  public void clear() throws IOException {
    channel.truncate(0);
    written = 0;
    pending = new ByteArrayOutputStream();
  }

  /** Adds bytes; {@link #flush} brings them to the file. */
  public void append(byte[] bytes) {
    pending.writeBytes(bytes);
  }

  /**
   * Tries to write what was added. The first failure is logged.
   *
   * @return whether the file has all of it now
   */
  public boolean flush() {
    try {
      write();
      return true;
    } catch (IOException e) {
      if (!complained) {
        LOG.warn(
            "{} can't be written at the moment ({}); the program will try again later",
            file,
            FileFaults.inWords(e));
        complained = true;
      }
      return false;
    }
  }

  private void write() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
    try {
      while (bytes.hasRemaining()) {
        written += channel.write(bytes, written);
      }
    } finally {
      pending = new ByteArrayOutputStream();
      pending.write(bytes.array(), bytes.position(), bytes.remaining());
    }
  }

  /**
   * Tries a last time to write what was added.
   *
   * @throws IOException if the file stays incomplete
   */
  @Override
  public void close() throws IOException {
    try (channel) {
      write();
    }
  }
}
