package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.MoveAction;
import io.github.styletransfer.engine.plan.TransferAction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Copies of rows, from strip to strip, and from and to arrays. */
final class StripCopies {
  private StripCopies() {}

  static Step step(Device device, MoveAction action) {
    Pointer from = device.bytes(action.from());
    Pointer to = device.bytes(action.to());
    long bytes = action.from().bytes();
    return Step.java(
        action.name(),
        () -> {
          device.finish();
          Pointer.memmove(to, from, bytes);
        });
  }

  static Step step(Device device, TransferAction action) {
    BytePointer buffer = device.bytes(action.buffer());
    Bindings bindings = device.bindings();
    long row = action.buffer().bytes() / action.rows().count();
    return Step.java(
        action.name(),
        () -> {
          device.finish();
          int strip = bindings.strip();
          long begin = action.rows().begin(strip);
          long end = action.rows().end(strip);
          BytePointer inside = buffer.getPointer(begin * row);
          long bytes = (end - begin) * row;
          if (bytes > 0) {
            BytePointer array =
                bindings
                    .array(action.array())
                    .getPointer((action.rows().first(strip) + begin) * row);
            Pointer.memcpy(action.load() ? inside : array, action.load() ? array : inside, bytes);
          }
          if (action.load()) {
            clear(buffer, 0, begin * row);
            clear(buffer, end * row, action.buffer().bytes());
          }
        });
  }

  static void clear(BytePointer memory, long from, long to) {
    if (to > from) {
      Pointer.memset(memory.getPointer(from), 0, to - from);
    }
  }
}
