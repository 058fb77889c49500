package io.github.styletransfer.image.read;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Stops decoders that read on past a file's end: TwelveMonkeys' WebP decoder takes the missing data
 * for zeros, and goes on for minutes.
 */
final class EndedStream extends ImageInputStreamImpl {
  /** Decoders look ahead by a few bytes, and ask again. */
  private static final int MOST_READS_BEHIND_END = 1000;

  private final ImageInputStream in;
  private final int expansion;
  private int readsBehindEnd;

  /**
   * A stream that ends where another one does.
   *
   * @param expansion how many times as long it pretends to be, to decoders that take a picture for
   *     a bomb whose samples are many times as long as its file
   */
  EndedStream(ImageInputStream in, int expansion) {
    this.in = in;
    this.expansion = expansion;
  }

  @Override
  public int read() throws IOException {
    prepare();
    int value = in.read();
    advance(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    prepare();
    int count = in.read(bytes, offset, length);
    advance(count);
    return count;
  }

  @Override
  public long length() {
    try {
      long length = in.length();
      return length < 0 ? length : length * expansion;
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    in.close();
  }

  private void prepare() throws IOException {
    checkClosed();
    bitOffset = 0;
    if (in.getStreamPosition() != streamPos) {
      in.seek(streamPos);
    }
  }

  private void advance(int count) throws IIOException {
    if (count >= 0) {
      streamPos += count;
    } else if (++readsBehindEnd > MOST_READS_BEHIND_END) {
      throw new IIOException("The file ends too early");
    }
  }
}
