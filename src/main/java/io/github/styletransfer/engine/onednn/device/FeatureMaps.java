package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.winograd.FeatureMemory;
import io.github.styletransfer.engine.winograd.Values;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Feature maps as Java reads and writes them, whatever their type. */
public final class FeatureMaps {
  /** Java sees 2 GiB of native memory at a time. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  private FeatureMaps() {}

  /** The feature map that a buffer holds. */
  public static FeatureMemory of(Device device, Buffer buffer, TensorSize size) {
    long row = size.width() * size.channels();
    long rowBytes = row * buffer.type().bytes();
    int rows = Math.toIntExact(Math.min(size.height(), MOST_BYTES / rowBytes));
    int channels = Math.toIntExact(size.channels());
    List<Values> parts = new ArrayList<>();
    for (long y = 0; y < size.height(); y += rows) {
      ByteBuffer part =
          device
              .bytes(buffer)
              .getPointer(y * rowBytes)
              .capacity(Math.min(rows, size.height() - y) * rowBytes)
              .asByteBuffer();
      parts.add(
          buffer.type() == ElementType.BFLOAT16
              ? Values.ofBfloat16(part.asShortBuffer())
              : Values.ofFloats(part.asFloatBuffer()));
    }
    return new FeatureMemory(parts, rows, Math.toIntExact(size.width()), channels);
  }
}
