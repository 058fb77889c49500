package io.github.styletransfer.engine.plan;

import java.util.List;

/**
 * A rectifier: from its input to its output, or from its output to its gradient in place.
 *
 * @param name of the step
 * @param values the input, or backward the output
 * @param result the output, or backward the output's gradient, that becomes the input's
 * @param backward whether it is the gradient that is wanted
 */
public record RectifierAction(String name, Buffer values, Buffer result, boolean backward)
    implements Action {
  @Override
  public List<Buffer> buffers() {
    return List.of(values, result);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
