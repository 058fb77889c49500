package io.github.styletransfer.engine.onednn.tune;

import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.onednn.winograd.WinogradConvolution;
import io.github.styletransfer.engine.onednn.winograd.WinogradSplit;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction.Direction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.Schedule;
import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times a convolution by each method, in turn, on as many of its rows as tell. Neither which way it
 * goes nor what happens to its sums is looked at.
 */
final class MethodTimer {
  /** Additions and multiplications that take a few milliseconds. */
  private static final double OPERATIONS = 2e9;

  /** Until Java's compiler is done with the transforms. */
  private static final long WARM_UP_NANOS = 200_000_000;

  private static final int ROUNDS = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private final ConvolutionAction convolution;

  /** Times nothing yet. */
  MethodTimer(ConvolutionAction convolution) {
    this.convolution = convolution;
  }

  /** The shortest of a few times. */
  MethodTimes measure() {
    try (INDArray kernel = kernel()) {
      return measure(part(kernel));
    }
  }

  /** To be closed: many in a row are more memory than Java's collector sees. */
  private INDArray kernel() {
    return Nd4j.create(
        DataType.FLOAT,
        convolution.window().height(),
        convolution.window().width(),
        convolution.input().channels(),
        convolution.output().channels());
  }

  private static MethodTimes measure(ConvolutionAction part) {
    try (CompiledPlan direct = plan(part);
        CompiledPlan winograd = plan(WinogradConvolution.action(part))) {
      direct.run();
      long start = System.nanoTime();
      while (System.nanoTime() - start < WARM_UP_NANOS) {
        winograd.run();
      }
      double directTime = Double.POSITIVE_INFINITY;
      double winogradTime = Double.POSITIVE_INFINITY;
      for (int i = 0; i < ROUNDS; i++) {
        directTime = Math.min(directTime, millis(direct));
        winogradTime = Math.min(winogradTime, millis(winograd));
      }
      return new MethodTimes(directTime, winogradTime);
    }
  }

  private ConvolutionAction part(INDArray kernel) {
    TensorSize size = convolution.output();
    long channels = convolution.input().channels();
    double rowOperations = convolution.operations() / size.height();
    long rows = (long) Math.ceil(OPERATIONS / rowOperations);
    long height = Math.min(size.height(), Math.max(rows, WinogradSplit.rowsOfAGroup(size.width())));
    Window window = convolution.window();
    TensorSize input =
        TensorSize.of(
            height + window.height() - 1 - window.top() - window.bottom(), size.width(), channels);
    TensorSize output = TensorSize.of(height, size.width(), size.channels());
    return new ConvolutionAction(
        convolution.name(),
        new Buffer(convolution.from().type(), input.elements()),
        input,
        new Buffer(convolution.to().type(), output.elements()),
        output,
        kernel,
        null,
        window.with(BorderKind.ZERO),
        Direction.FORWARD,
        PostOp.WRITE);
  }

  private static CompiledPlan plan(Action action) {
    Schedule schedule = new Schedule();
    schedule.add(action);
    return CompiledPlan.of(schedule, schedule.lay());
  }

  private static double millis(CompiledPlan plan) {
    long start = System.nanoTime();
    plan.run();
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
