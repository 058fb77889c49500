package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.network.FeatureSize;
import org.bytedeco.dnnl.memory;

/** How arrays lie in memory, as oneDNN describes it. */
final class Layouts {
  private Layouts() {}

  /** Feature maps: logically [1, C, H, W], in memory [H, W, C]. */
  static memory.desc features(FeatureSize size, ElementType type) {
    return new memory.desc(
        new long[] {1, size.channels(), size.height(), size.width()},
        type.dataType(),
        memory.format_tag.nhwc);
  }

  /** A matrix, row by row. */
  static memory.desc matrix(long rows, long columns, ElementType type) {
    return new memory.desc(new long[] {rows, columns}, type.dataType(), new long[] {columns, 1});
  }

  /** The transpose of a matrix that lies row by row. */
  static memory.desc transposed(long rows, long columns, ElementType type) {
    return new memory.desc(new long[] {columns, rows}, type.dataType(), new long[] {1, columns});
  }

  /** Matrices one after the other, each row by row. */
  static memory.desc matrices(long count, long rows, long columns) {
    return new memory.desc(
        new long[] {count, rows, columns}, memory.data_type.f32, memory.format_tag.abc);
  }

  /** Some columns of such matrices, which have more. */
  static memory.desc columns(long count, long rows, long columns, long all) {
    return strided(new long[] {count, rows, columns}, rows * all, all, 1);
  }

  /** Floats that lie apart. */
  static memory.desc strided(long[] dimensions, long... strides) {
    return new memory.desc(dimensions, memory.data_type.f32, strides);
  }

  static memory.desc vector(long length) {
    return new memory.desc(new long[] {length}, memory.data_type.f32, memory.format_tag.x);
  }

  /** Any number of elements in a row. */
  static memory.desc elements(Buffer buffer) {
    return elements(buffer, buffer.type());
  }

  static memory.desc elements(Buffer buffer, ElementType type) {
    return new memory.desc(new long[] {buffer.elements()}, type.dataType(), memory.format_tag.x);
  }

  /** A kernel, logically [out, in, kH, kW], in the layout that a primitive is fastest with. */
  static memory.desc anyKernel(long out, long in, long height, long width, ElementType type) {
    return new memory.desc(
        new long[] {out, in, height, width}, type.dataType(), memory.format_tag.any);
  }

  /** A kernel, logically [out, in, kH, kW], in memory [kH, kW, in, out]. */
  static memory.desc kernel(long out, long in, long height, long width) {
    return new memory.desc(
        new long[] {out, in, height, width}, memory.data_type.f32, memory.format_tag.hwio);
  }
}
