package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import java.util.List;

/**
 * Copies feature maps with a border of one pixel, which is made of their own pixels.
 *
 * @param name of the step
 * @param from what is copied
 * @param size of it
 * @param kind of the border
 * @param to receives the copy, of the same type
 */
public record BorderAction(String name, Buffer from, TensorSize size, BorderKind kind, Buffer to)
    implements Action {
  /** The size of the copy for a window. */
  static TensorSize bordered(TensorSize size, Window window) {
    return new TensorSize(
        size.images(),
        size.height() + window.top() + window.bottom(),
        size.width() + window.left() + window.right(),
        size.channels());
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(from, to);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
