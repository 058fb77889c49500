package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ZeroAction;
import org.bytedeco.javacpp.Pointer;

/** Buffers filled with zeros. */
final class Zero {
  private Zero() {}

  static Step step(Device device, ZeroAction action) {
    String name = action.name();
    Buffer buffer = action.buffer();

    Pointer memory = device.floats(buffer);
    return Step.java(name, () -> Pointer.memset(memory, 0, buffer.bytes()));
  }
}
