package io.github.styletransfer.engine.onednn;

import java.util.List;
import org.bytedeco.javacpp.Pointer;

/**
 * Fills a buffer with zeros.
 *
 * @param name of the step
 */
record ZeroAction(String name, Buffer buffer) implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(buffer);
  }

  @Override
  public Step compile(Device device) {
    Pointer memory = device.floats(buffer);
    return Step.java(name, () -> Pointer.memset(memory, 0, buffer.bytes()));
  }
}
