package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.program.TensorSize;
import org.bytedeco.dnnl.memory;

/** How arrays lie in memory, as oneDNN describes it. */
public final class Layouts {
  private Layouts() {}

  /** Feature maps: logically [N, C, H, W], in memory [N, H, W, C]. */
  public static memory.desc features(TensorSize size, ElementType type) {
    return new memory.desc(
        new long[] {size.images(), size.channels(), size.height(), size.width()},
        dataType(type),
        memory.format_tag.nhwc);
  }

  /** A matrix, row by row. */
  public static memory.desc matrix(long rows, long columns, ElementType type) {
    return new memory.desc(new long[] {rows, columns}, dataType(type), new long[] {columns, 1});
  }

  /** The transpose of a matrix that lies row by row. */
  public static memory.desc transposed(long rows, long columns, ElementType type) {
    return new memory.desc(new long[] {columns, rows}, dataType(type), new long[] {1, columns});
  }

  /** Matrices one after the other, each row by row. */
  public static memory.desc matrices(long count, long rows, long columns) {
    return new memory.desc(
        new long[] {count, rows, columns}, memory.data_type.f32, memory.format_tag.abc);
  }

  /** Some columns of such matrices, which have more. */
  public static memory.desc columns(long count, long rows, long columns, long all) {
    return strided(new long[] {count, rows, columns}, rows * all, all, 1);
  }

  /** Floats that lie apart. */
  public static memory.desc strided(long[] dimensions, long... strides) {
    return new memory.desc(dimensions, memory.data_type.f32, strides);
  }

  /** Rows of a matrix that lie apart. */
  public static memory.desc rows(long rows, long columns, long apart, ElementType type) {
    return new memory.desc(new long[] {rows, columns}, dataType(type), new long[] {apart, 1});
  }

  /** Some pixels of feature maps, whose rows lie apart. */
  public static memory.desc part(TensorSize size, long apart, ElementType type) {
    return new memory.desc(
        new long[] {size.images(), size.channels(), size.height(), size.width()},
        dataType(type),
        new long[] {size.height() * apart, 1, apart, size.channels()});
  }

  /** Floats in a row. */
  public static memory.desc vector(long length) {
    return new memory.desc(new long[] {length}, memory.data_type.f32, memory.format_tag.x);
  }

  /** Any number of elements in a row. */
  public static memory.desc elements(Buffer buffer) {
    return new memory.desc(
        new long[] {buffer.elements()}, dataType(buffer.type()), memory.format_tag.x);
  }

  /** A kernel, logically [out, in, kH, kW], in the layout that a primitive is fastest with. */
  public static memory.desc anyKernel(
      long out, long in, long height, long width, ElementType type) {
    return new memory.desc(
        new long[] {out, in, height, width}, dataType(type), memory.format_tag.any);
  }

  /** A kernel, logically [out, in, kH, kW], in memory [kH, kW, in, out]. */
  public static memory.desc kernel(long out, long in, long height, long width) {
    return new memory.desc(
        new long[] {out, in, height, width}, memory.data_type.f32, memory.format_tag.hwio);
  }

  private static memory.data_type dataType(ElementType type) {
    return switch (type) {
      case FLOAT32 -> memory.data_type.f32;
      case BFLOAT16 -> memory.data_type.bf16;
      case BYTE -> memory.data_type.u8;
    };
  }
}
