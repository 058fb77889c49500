package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.OutsideAction;
import io.github.styletransfer.engine.plan.StripRows;
import io.github.styletransfer.engine.winograd.Values;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Rows of strips that lie outside the image.
 *
 * @param device the processor
 * @param action what is done
 */
record OutsideRows(Device device, OutsideAction action) {
  Step step() {
    BytePointer buffer = device.bytes(action.buffer());
    Bindings bindings = device.bindings();
    return Step.java(
        action.name(),
        () -> {
          int strip = bindings.strip();
          long begin = action.rows().begin(strip);
          long end = action.rows().end(strip);
          if (end - begin < action.rows().count()) {
            device.finish();
            set(buffer, begin, end, strip);
          }
        });
  }

  private void set(BytePointer buffer, long begin, long end, int strip) {
    long row = action.buffer().bytes() / action.rows().count();
    if (action.kind() == OutsideAction.Kind.CLEAR) {
      StripCopies.clear(buffer, 0, begin * row);
      StripCopies.clear(buffer, end * row, action.buffer().bytes());
      return;
    }
    StripRows rows = action.rows();
    long last = rows.height() - 1 - rows.first(strip);
    if (last < 0 || last + 1 >= rows.count()) {
      return;
    }
    BytePointer inside = buffer.getPointer(last * row);
    BytePointer outside = buffer.getPointer((last + 1) * row);
    if (action.kind() == OutsideAction.Kind.REPEAT) {
      Pointer.memcpy(outside, inside, row);
    } else {
      add(inside, outside, row);
    }
  }

  private void add(BytePointer inside, BytePointer outside, long bytes) {
    ElementType type = action.buffer().type();
    int count = Math.toIntExact(bytes / type.bytes());
    float[] sum = new float[count];
    float[] other = new float[count];
    values(inside, bytes, type).get(0, sum, 0, count);
    values(outside, bytes, type).get(0, other, 0, count);
    Differences.addScaled(sum, other, 1, count);
    values(inside, bytes, type).put(0, sum, 0, count);
    StripCopies.clear(outside, 0, bytes);
  }

  private static Values values(BytePointer memory, long bytes, ElementType type) {
    ByteBuffer row = new BytePointer(memory).capacity(bytes).asByteBuffer();
    return type == ElementType.BFLOAT16
        ? Values.ofBfloat16(row.asShortBuffer())
        : Values.ofFloats(row.asFloatBuffer());
  }
}
