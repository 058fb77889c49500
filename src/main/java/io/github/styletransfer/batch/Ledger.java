package io.github.styletransfer.batch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that are done: a file that grows by a line of JSON for each, after its result has been
 * written. A line that was cut short, as the process or the machine was stopped, counts for nothing
 * and is cut off. Safe for use by threads.
 */
final class Ledger implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  /** A batch of a million jobs. */
  private static final long MOST_BYTES = 1L << 30;

  private static final String OUTPUT = "output";
  private static final String KEY = "key";
  private static final String SECONDS = "seconds";

  private final FileChannel channel;
  private final Map<String, Entry> entries;

  /**
   * A job that is done.
   *
   * @param key of the job
   * @param seconds that it took
   */
  record Entry(String key, double seconds) {}

  private Ledger(FileChannel channel, Map<String, Entry> entries) {
    this.channel = channel;
    this.entries = entries;
  }

  /**
   * Opens a ledger, and begins it if there is none.
   *
   * @throws IOException if that can't be done
   */
  static Ledger open(Path file) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.size() > MOST_BYTES) {
        throw new IOException("it is too long");
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          read(new String(bytes, end, i - end, StandardCharsets.UTF_8), entries);
          end = i + 1;
        }
      }
      channel.truncate(end);
      channel.position(end);
      return new Ledger(channel, entries);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void read(String line, Map<String, Entry> entries) {
    try {
      Map<String, Object> json = JSON.std.mapFrom(line);
      if (json.get(OUTPUT) instanceof String output
          && json.get(KEY) instanceof String key
          && json.get(SECONDS) instanceof Number seconds) {
        entries.put(output, new Entry(key, seconds.doubleValue()));
      }
    } catch (JacksonException e) {
      LOG.debug("A line of the ledger isn't one", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a job with this key has made this file, and it is still there. */
  synchronized boolean isDone(Path output, String key) {
    Entry entry = entries.get(name(output));
    return entry != null && entry.key().equals(key) && Files.isRegularFile(output);
  }

  /** The seconds that a job took; 0 if it isn't done. */
  synchronized double seconds(Path output) {
    Entry entry = entries.get(name(output));
    return entry == null ? 0 : entry.seconds();
  }

  /**
   * Adds a job that is done, and waits until the disk has it.
   *
   * @param more about the job, for whoever reads the file
   * @throws IOException if the line can't be written; then the file is as it was
   */
  synchronized void add(Path output, Entry entry, Map<String, Object> more) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(OUTPUT, name(output));
    json.put(KEY, entry.key());
    json.put(SECONDS, Math.round(entry.seconds() * 1000) / 1000.0);
    json.putAll(more);
    ByteBuffer line =
        ByteBuffer.wrap((JSON.std.asString(json) + "\n").getBytes(StandardCharsets.UTF_8));
    long before = channel.position();
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
    entries.put(name(output), entry);
  }

  private static String name(Path output) {
    return output.toAbsolutePath().normalize().toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
