package io.github.styletransfer.engine.onednn;

import org.bytedeco.dnnl.memory;

/** The type of a buffer's elements. */
enum ElementType {
  FLOAT32(Float.BYTES),
  BFLOAT16(Short.BYTES),
  BYTE(Byte.BYTES);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  memory.data_type dataType() {
    return switch (this) {
      case FLOAT32 -> memory.data_type.f32;
      case BFLOAT16 -> memory.data_type.bf16;
      case BYTE -> memory.data_type.u8;
    };
  }
}
