package io.github.styletransfer.image.codec;

/** Some bytes of a compressed video. */
public final class VideoPacket {
  private final boolean key;
  private final byte[] bytes;

  VideoPacket(boolean key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
  }

  /** Whether it can be decoded without those before. */
  public boolean isKey() {
    return key;
  }

  /** The bytes, not a copy. */
  public byte[] bytes() {
    return bytes;
  }
}
