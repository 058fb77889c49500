package io.github.styletransfer.engine.plan;

/** The type of a buffer's elements. */
public enum ElementType {
  /** IEEE 754 binary32. */
  FLOAT32(Float.BYTES),
  /** The upper half of such a number. */
  BFLOAT16(Short.BYTES),
  /** Eight bits. */
  BYTE(Byte.BYTES);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one. */
  public int bytes() {
    return bytes;
  }
}
