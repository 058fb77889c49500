package io.github.styletransfer.network;

import java.nio.ByteBuffer;
import us.hebi.matlab.mat.format.BufferAllocator;

/** Refuses sizes that no array of this network has, as damaged files give them. */
final class LimitedAllocator implements BufferAllocator {
  private static final int LIMIT_BYTES = 128 << 20;

  @Override
  public ByteBuffer allocate(int bytes) {
    if (bytes < 0 || bytes > LIMIT_BYTES) {
      throw new IllegalArgumentException("an array of " + bytes + " bytes");
    }
    return ByteBuffer.allocate(bytes);
  }

  @Override
  public void release(ByteBuffer buffer) {}
}
