package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import io.github.styletransfer.storage.FileFaults;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import us.hebi.matlab.mat.types.AbstractSource;

/**
 * A file as MFL's source, read from its start through a small buffer. MFL's own sources for files
 * read what they skip, or touch all of the file first. Closing leaves the channel open.
 */
public final class FileSource extends AbstractSource {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int NUMBER_BUFFER_BYTES = 512;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long bufferEnd;

  public FileSource(FileChannel channel) {
    super(NUMBER_BUFFER_BYTES);
    this.channel = channel;
  }

  /** The file's length in bytes. */
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public long getPosition() {
    return bufferEnd - buffer.remaining();
  }

  @Override
  public void readBytes(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = read(bytes, offset + done, length - done);
      if (count < 0) {
        throw new EOFException("it ends too early");
      }
      done += count;
    }
  }

  @Override
  public void skip(long bytes) {
    if (bytes <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) bytes);
    } else {
      moveTo(getPosition() + bytes);
    }
  }

  @Override
  public boolean isMutatedByChildren() {
    return false;
  }

  @Override
  protected InputStream readBytesAsStream(long bytes) {
    FileSource child = new FileSource(channel);
    child.moveTo(getPosition());
    skip(bytes);
    return child.new Section(getPosition());
  }

  @Override
  public void close() {}

  private void moveTo(long position) {
    buffer.limit(0);
    bufferEnd = position;
  }

  private int read(byte[] bytes, int offset, int length) throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int count;
      try {
        count = channel.read(buffer, bufferEnd);
      } catch (IOException e) {
        NetworkFault fault =
            new NetworkFault("can't be read (" + FileFaults.inWords(e) + ")", Remedy.CHECK_DISK);
        fault.initCause(e);
        throw fault;
      } finally {
        buffer.flip();
      }
      if (count < 0) {
        return -1;
      }
      bufferEnd += count;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  /** The bytes from the position up to an end. */
  private final class Section extends InputStream {
    private final long end;

    Section(long end) {
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      long left = end - getPosition();
      return left <= 0 ? -1 : FileSource.this.read(bytes, offset, (int) Math.min(length, left));
    }
  }
}
