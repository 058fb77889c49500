package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.MatrixOperation;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation on small matrices.
 *
 * @param name of the step
 * @param operation what is done
 * @param operands what it takes, float
 * @param output receives the result, float; of a sum, it may be one of the operands
 */
public record MatrixAction(
    String name, MatrixOperation operation, List<Operand> operands, Operand output)
    implements Action {
  /** Copies the list. */
  public MatrixAction {
    operands = List.copyOf(operands);
  }

  /** A matrix in its buffer. */
  public record Operand(Buffer buffer, TensorSize size) {}

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(operands.stream().map(Operand::buffer).toList());
    buffers.add(output.buffer());
    return buffers;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
