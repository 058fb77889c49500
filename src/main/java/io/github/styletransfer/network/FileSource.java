package io.github.styletransfer.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.apache.commons.io.input.BoundedInputStream;
import us.hebi.matlab.mat.types.AbstractSource;

/** A file as the MAT library's source; skipping moves the position and reads nothing. */
final class FileSource extends AbstractSource {
  private static final int NUMBER_BUFFER_BYTES = 8192;

  private final FileChannel channel;

  /** Reads from the channel's position on. */
  FileSource(FileChannel channel) {
    super(NUMBER_BUFFER_BYTES);
    this.channel = channel;
  }

  @Override
  public long getPosition() {
    try {
      return channel.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void readBytes(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(bytes, offset, length);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new EOFException("the file ends too early");
      }
    }
  }

  @Override
  public void skip(long bytes) throws IOException {
    channel.position(channel.position() + bytes);
  }

  @Override
  public boolean isMutatedByChildren() {
    return true;
  }

  @Override
  protected InputStream readBytesAsStream(long bytes) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(Channels.newInputStream(channel))
        .setMaxCount(bytes)
        .setPropagateClose(false)
        .get();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
