package io.github.styletransfer.engine.onednn.operation;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Differences;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.MatrixAction;
import io.github.styletransfer.engine.program.MatrixOperation;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Operations on small matrices.
 *
 * @param device the processor
 * @param action what is computed
 */
record MatrixStep(Device device, MatrixAction action) {
  Step step() {
    MatrixOperation operation = action.operation();
    if (operation instanceof MatrixOperation.Product product) {
      return product(product);
    }
    return Step.java(action.name(), inJava(operation));
  }

  private Step product(MatrixOperation.Product product) {
    memory.desc left = layout(action.operands().get(0), product.transposeLeft());
    memory.desc right = layout(action.operands().get(1), product.transposeRight());
    memory.desc result = layout(action.output(), false);
    post_ops operations = new post_ops();
    if (product.factor() != 1) {
      operations.append_eltwise(dnnl.algorithm.eltwise_linear, (float) product.factor(), 0);
    }
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            device.processor(), left, right, result, Device.attributes(operations), false);
    return device.step(
        action.name(),
        description,
        new matmul(description),
        Map.of(
            dnnl.DNNL_ARG_SRC, device.memory(action.operands().get(0).buffer(), left),
            dnnl.DNNL_ARG_WEIGHTS, device.memory(action.operands().get(1).buffer(), right),
            dnnl.DNNL_ARG_DST, device.memory(action.output().buffer(), result)));
  }

  private static memory.desc layout(MatrixAction.Operand operand, boolean transposed) {
    TensorSize size = operand.size();
    return transposed
        ? Layouts.transposed(size.height(), size.channels(), ElementType.FLOAT32)
        : Layouts.matrix(size.height(), size.channels(), ElementType.FLOAT32);
  }

  private Runnable inJava(MatrixOperation operation) {
    int elements = Math.toIntExact(action.output().size().elements());
    Floats result = new Floats(device.floats(action.output().buffer()));
    float[] sum = new float[elements];
    if (operation instanceof MatrixOperation.Constant constant) {
      float[] values = constant.value().dup('c').data().asFloat();
      return () -> result.write(0, values, elements);
    }
    if (operation instanceof MatrixOperation.Input input) {
      return () -> {
        device.bindings().target(input.name()).read(0, sum, elements);
        result.write(0, sum, elements);
      };
    }
    Floats first = floats(0);
    if (operation instanceof MatrixOperation.Sum of) {
      return weightedSum(of, result, elements);
    }
    if (operation instanceof MatrixOperation.Inner inner) {
      return innerProduct(inner, result);
    }
    return () -> {
      device.finish();
      first.read(0, sum, elements);
      change(operation, sum);
      result.write(0, sum, elements);
    };
  }

  /** What takes one matrix to another of the same size. */
  private void change(MatrixOperation operation, float[] values) {
    if (operation instanceof MatrixOperation.Scaled scaled) {
      Differences.scale(values, (float) scaled.factor(), values.length);
    } else if (operation instanceof MatrixOperation.Symmetric symmetric) {
      Matrices.addTranspose(values, Math.toIntExact(action.output().size().channels()));
      Differences.scale(values, (float) symmetric.factor(), values.length);
    } else if (operation instanceof MatrixOperation.Times) {
      Differences.scale(values, scalar(), values.length);
    } else if (operation instanceof MatrixOperation.Quotient) {
      Differences.scale(values, 1 / scalar(), values.length);
    } else if (operation instanceof MatrixOperation.Root) {
      values[0] = (float) Math.sqrt(values[0]);
    } else if (!(operation instanceof MatrixOperation.Stop)) {
      throw new IllegalStateException(operation + " isn't known");
    }
  }

  /** The second operand. */
  private float scalar() {
    return device.floats(action.operands().get(1).buffer()).get();
  }

  private Runnable weightedSum(MatrixOperation.Sum of, Floats result, int elements) {
    float[] sum = new float[elements];
    float[] summand = new float[elements];
    return () -> {
      device.finish();
      floats(0).read(0, sum, elements);
      float factor = of.factors().get(0).floatValue();
      if (factor != 1) {
        Differences.scale(sum, factor, elements);
      }
      for (int i = 1; i < of.factors().size(); i++) {
        floats(i).read(0, summand, elements);
        Differences.addScaled(sum, summand, of.factors().get(i).floatValue(), elements);
      }
      result.write(0, sum, elements);
    };
  }

  private Runnable innerProduct(MatrixOperation.Inner inner, Floats result) {
    int elements = Math.toIntExact(action.operands().get(0).size().elements());
    float[] a = new float[elements];
    float[] b = new float[elements];
    float[] sum = new float[1];
    return () -> {
      device.finish();
      floats(0).read(0, a, elements);
      floats(1).read(0, b, elements);
      sum[0] = (float) (inner.factor() * Differences.product(a, b, elements));
      result.write(0, sum, 1);
    };
  }

  private Floats floats(int operand) {
    FloatPointer memory = device.floats(action.operands().get(operand).buffer());
    return new Floats(memory);
  }
}
